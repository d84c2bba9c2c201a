package io.github.heapwise.jvm;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CollectorName}.
 */
class CollectorNameTests {

	@ParameterizedTest
	@CsvSource({ "G1, G1 Young Generation;G1 Concurrent GC;G1 Old Generation",
			"G1, G1 Young Generation;G1 Old Generation", "Parallel, PS MarkSweep;PS Scavenge",
			"Parallel, PS Scavenge;PS MarkSweep", "Serial, Copy;MarkSweepCompact", "ZGC, ZGC Cycles;ZGC Pauses",
			"ZGC, ZGC Minor Cycles;ZGC Minor Pauses;ZGC Major Cycles;ZGC Major Pauses",
			"Shenandoah, Shenandoah Pauses;Shenandoah Cycles", "Epsilon Heap, Epsilon Heap" })
	void nameIsWhatPeopleCallIt(String name, String beans) {
		assertThat(CollectorName.of(Arrays.asList(beans.split(";")))).isEqualTo(name);
	}

	@Test
	void thisJvmHasACollectorOrNone() {
		assertThat(CollectorName.of(List.of())).isEqualTo("none");
		assertThat(CollectorName.ofThisJvm()).isNotEqualTo("none");
	}

}
