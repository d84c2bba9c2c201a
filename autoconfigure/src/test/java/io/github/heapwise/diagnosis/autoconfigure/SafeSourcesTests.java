package io.github.heapwise.diagnosis.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SafeSources}.
 */
class SafeSourcesTests {

	private final List<String> problems = new ArrayList<>();

	private final SafeSources sources = new SafeSources(this.problems::add);

	@Test
	void sourceThatFailsKnowsNothingAndIsReportedOnce() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.sources.<String>read("routes", () -> {
				throw new NoClassDefFoundError("Gone");
			}, "unknown")).isEqualTo("unknown");
		}
		assertThat(this.problems).containsExactly("The diagnosis does not see routes, which could not be read:"
				+ " java.lang.NoClassDefFoundError: Gone. It is tried again each time, and not reported again");
		assertThat(this.sources.read("routes", () -> "known", "unknown")).isEqualTo("known");
	}

}
