package io.github.heapwise.endpoint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RelativeUrl}.
 */
class RelativeUrlTests {

	@ParameterizedTest
	@CsvSource({ "/actuator/memory/ui, /actuator/memory/ui, ui", "/actuator/memory/ui, /actuator/memory/ui/x, ui/x",
			"/actuator/memory/ui, /actuator/memory/allocations, allocations",
			"/actuator/memory/ui/x, /actuator/memory/ui, ../ui", "/actuator/memory/ui/x, /actuator/memory/ui/y, y",
			"/actuator/memory/ui/x, /actuator/memory/allocations, ../allocations",
			"/actuator/memory/ui/, /actuator/memory/ui, ../ui", "/actuator/memory/ui/x/, /actuator/memory/ui/x, ../x",
			"/actuator/memory/ui/x, /actuator/profile, ../../profile", "/pages, /data, data",
			"/actuator/memory/ui, /actuator/memory, ../memory", "/a/b, /c/d/e, ../c/d/e" })
	void betweenShouldLeadFromOnePathToTheOther(String from, String to, String expected) {
		assertThat(RelativeUrl.between(from, to)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "javascript:alert(1), ../javascript%3Aalert%281%29", "a b+c, ../a%20b%2Bc",
			"\"><script>, ../%22%3E%3Cscript%3E" })
	void betweenShouldEncodeSegments(String segment, String expected) {
		assertThat(RelativeUrl.between("/ui/" + segment + "/", "/ui/" + segment)).isEqualTo(expected);
	}

}
