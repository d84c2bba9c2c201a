package io.github.heapwise.gc;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GcKind}. The actions are those of the collectors of JDK 17 and 25.
 */
class GcKindTests {

	@ParameterizedTest
	@CsvSource({ "end of minor GC, YOUNG, true", "end of major GC, FULL, true", "end of GC cycle, CONCURRENT, false",
			"end of GC pause, OTHER, true", "end of concurrent GC pause, OTHER, true", "Init Mark, OTHER, true",
			"Final Update Refs, OTHER, true", "Degenerated GC, FULL, true", "Full GC, FULL, true",
			"something new, OTHER, true" })
	void actionTellsKindAndPause(String action, GcKind kind, boolean pause) {
		assertThat(GcKind.of(action)).isEqualTo(kind);
		assertThat(kind.isPause()).isEqualTo(pause);
	}

}
