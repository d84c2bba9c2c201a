package io.github.heapwise.heapgraph;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StoredClasses}.
 */
class StoredClassesTests {

	@ParameterizedTest
	@CsvSource({ "java/lang/String, java.lang.String", "[I, int[]", "[[Z, boolean[][]",
			"[Ljava/util/Map$Entry;, java.util.Map$Entry[]", "[[Lshop.Order;, shop.Order[][]", "[, []", "[X, X[]",
			"shop.Order[], shop.Order[]" })
	void namesAreThoseOfTheSource(String name, String sourceName) {
		assertThat(StoredClasses.sourceName(name)).isEqualTo(sourceName);
	}

}
