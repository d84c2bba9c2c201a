package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcEvents;
import io.github.heapwise.gc.GcKind;
import io.github.heapwise.gc.HeapChange;
import io.github.heapwise.gc.PoolChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CollectionReader}.
 */
class CollectionReaderTests {

	private static final Instant START = Instant.parse("2026-01-31T10:15:00Z");

	private static final TimeSpan WINDOW = new TimeSpan(START, START.plusSeconds(120));

	private static final HeapChange HEAP = new HeapChange(90, 30, 100, 100, 5L,
			List.of(new PoolChange("G1 Eden Space", 60, 0, 60), new PoolChange("G1 Survivor Space", 10, 9, 12),
					new PoolChange("G1 Old Gen", 20, 21, 40)));

	@Test
	void signalTellsWhatTheCollectionDid() {
		assertThat(within(event(GcKind.YOUNG, 7, HEAP))).containsExactly(new CollectionSignal(START.plusSeconds(7),
				CollectionSignal.Kind.YOUNG, "G1 Evacuation Pause", true, 3_000_000, 90L, 30L, 21L, 9L, 12L, 5L));
	}

	@Test
	void whatTheJvmDoesNotTellIsNull() {
		assertThat(within(event(GcKind.OTHER, 7, null)))
			.containsExactly(new CollectionSignal(START.plusSeconds(7), CollectionSignal.Kind.OTHER,
					"G1 Evacuation Pause", true, 3_000_000, null, null, null, null, null, null));
		HeapChange zgc = new HeapChange(90, 30, 100, 100, null, List.of(new PoolChange("ZHeap", 90, 30, 100)));
		CollectionSignal cycle = within(event(GcKind.CONCURRENT, 7, zgc)).get(0);
		assertThat(cycle.pause()).isFalse();
		assertThat(cycle.oldAfterBytes()).isEqualTo(30);
		assertThat(cycle.survivorAfterBytes()).isNull();
		assertThat(cycle.promotedBytes()).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void everyKindHasOne(GcKind kind) {
		assertThat(within(event(kind, 1, HEAP)).get(0).kind().name()).isEqualTo(kind.name());
	}

	@Test
	void whatBeganBeforeTheWindowIsLeftOut() {
		assertThat(within(event(GcKind.YOUNG, -1, HEAP), event(GcKind.YOUNG, 0, HEAP), event(GcKind.YOUNG, 120, HEAP)))
			.hasSize(2);
	}

	@Test
	void windowEndsWhereCollectionsAreNotKeptAnyMore() {
		List<GcEvent> late = IntStream.range(50, 120).mapToObj((second) -> event(GcKind.YOUNG, second, HEAP)).toList();
		assertThat(CollectionReader.known(WINDOW, new GcEvents(1, late, 0)))
			.isEqualTo(new TimeSpan(START.plusSeconds(50), WINDOW.to()));
		assertThat(CollectionReader.known(WINDOW, new GcEvents(0, late, 0))).isEqualTo(WINDOW);
		assertThat(CollectionReader.known(WINDOW, new GcEvents(1000, List.of(), 0))).isEqualTo(WINDOW);
		GcEvents early = new GcEvents(9, List.of(event(GcKind.YOUNG, -5, HEAP)), 0);
		assertThat(CollectionReader.known(WINDOW, early)).isEqualTo(WINDOW);
	}

	private static List<CollectionSignal> within(GcEvent... events) {
		return CollectionReader.within(WINDOW, new GcEvents(0, List.of(events), 0));
	}

	private static GcEvent event(GcKind kind, int second, HeapChange heap) {
		return new GcEvent(START.plusSeconds(second), 1000L * second, "G1 Young Generation", kind, null,
				"G1 Evacuation Pause", "end of minor GC", 3_000_000, true, 1L, heap);
	}

}
