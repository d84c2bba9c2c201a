package io.github.heapwise.gc;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OldGeneration}.
 */
class OldGenerationTests {

	@Test
	void fullAndMixedCollectionsCleanIt() {
		assertThat(OldGeneration.isCleanedBy(GcEventBuilder.a(GcKind.FULL).build())).isTrue();
		assertThat(OldGeneration.isCleanedBy(GcEventBuilder.a(GcKind.MIXED).build())).isTrue();
	}

	@Test
	void youngPauseThatFreedALargeArrayDoesNot() {
		assertThat(OldGeneration.isCleanedBy(event(GcKind.YOUNG, new PoolChange("G1 Old Gen", 100, 50, 200))))
			.isFalse();
	}

	@Test
	void cycleOfAHeapWithoutGenerationsDoes() {
		assertThat(OldGeneration.isCleanedBy(event(GcKind.CONCURRENT, new PoolChange("ZHeap", 100, 50, 200)))).isTrue();
	}

	@Test
	void minorCycleDoesNotAndMajorDoes() {
		PoolChange young = new PoolChange("ZGC Young Generation", 100, 10, 200);
		assertThat(OldGeneration
			.isCleanedBy(event(GcKind.CONCURRENT, young, new PoolChange("ZGC Old Generation", 100, 110, 200))))
			.isFalse();
		assertThat(OldGeneration
			.isCleanedBy(event(GcKind.CONCURRENT, young, new PoolChange("ZGC Old Generation", 100, 60, 200)))).isTrue();
	}

	@Test
	void majorCycleThatFindsNoGarbageDoesToo() {
		PoolChange grown = new PoolChange("ZGC Old Generation", 100, 110, 200);
		PoolChange young = new PoolChange("ZGC Young Generation", 100, 10, 200);
		assertThat(OldGeneration.isCleanedBy(event("ZGC Major Cycles", GcKind.CONCURRENT, young, grown))).isTrue();
		assertThat(OldGeneration.isCleanedBy(event("ZGC Minor Cycles", GcKind.CONCURRENT, young, grown))).isFalse();
	}

	private static GcEvent event(GcKind kind, PoolChange... pools) {
		return event("any", kind, pools);
	}

	private static GcEvent event(String collector, GcKind kind, PoolChange... pools) {
		return new GcEvent(GcEventBuilder.START, 0, collector, kind, null, "any", "any", 1, true, null,
				new HeapChange(1, 1, 1, 1, null, List.of(pools)));
	}

}
