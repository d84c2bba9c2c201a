package io.github.heapwise.jvm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CollectedTime}. With each collector it is tested by what uses it.
 */
class CollectedTimeTests {

	@ParameterizedTest
	@CsvSource({ "ZGC Cycles, true", "ZGC Major Cycles, true", "Shenandoah Cycles, true", "ZGC Pauses, false",
			"G1 Young Generation, false", "Copy, false", "G1 Concurrent GC, false" })
	void cyclesOfCollectorsBesideTheApplicationAreKnownByName(String collector, boolean cycle) {
		assertThat(CollectedTime.isCycle(collector)).isEqualTo(cycle);
	}

}
