package io.github.heapwise.gc;

import org.junit.jupiter.api.Test;

import static io.github.heapwise.gc.GcEventBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GcTraceFormat}.
 */
class GcTraceFormatTests {

	private final GcTraceFormat format = new GcTraceFormat(4711);

	@Test
	void lineTellsWhatRanTheHeapThePauseAndTheCause() {
		assertThat(this.format.line(a(GcKind.YOUNG).at(1234.5).taking(240).heap(102, 14).build()))
			.isEqualTo("[4711] 1234 ms: Young 102.0 (256.0) -> 14.0 (256.0) MB, 240.0 ms"
					+ " (pauses 0.4 % of last minute) G1 Evacuation Pause");
	}

	@Test
	void phaseWinsOverKindAndUnknownHeapIsLeftOut() {
		assertThat(this.format.line(a(GcKind.OTHER).at(10).taking(1.925).phase("Pause Remark").build()))
			.isEqualTo("[4711] 10 ms: Remark, 1.9 ms (pauses 0.0 % of last minute) G1 Evacuation Pause");
	}

	@Test
	void concurrentTimeIsSaidNotToBeAPause() {
		assertThat(this.format.line(a(GcKind.CONCURRENT).at(10).taking(30_000).build()))
			.contains("Concurrent, 30000.0 ms concurrent (pauses 0.0 % of last minute)");
	}

	@Test
	void shareIsOfTheLastMinuteOnly() {
		this.format.skip(a(GcKind.FULL).at(0).taking(30_000).build());
		assertThat(this.format.line(a(GcKind.YOUNG).at(60_000).taking(0).build())).contains("pauses 50.0 %");
		assertThat(this.format.line(a(GcKind.YOUNG).at(90_001).taking(6000).build())).contains("pauses 10.0 %");
	}

}
