package io.github.heapwise.gc;

import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.gc.GcTrend.Confidence;
import io.github.heapwise.jvm.HeapMaxima;
import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.jvm.Survivors;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.gc.GcEventBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SurvivorFeed}.
 */
class SurvivorFeedTests {

	private static final long MIB = 1 << 20;

	private final List<Survivors> received = new ArrayList<>();

	private final SurvivorReports reports = new SurvivorReports();

	private final SurvivorFeed feed = new SurvivorFeed(this.reports);

	@Test
	void fullCollectionIsReportedWithTheLimitsOfThisHeap() {
		this.reports.add(this.received::add);
		this.feed.start(GcTrend::unknown);
		this.feed.onGc(a(GcKind.FULL).heap(200, 90).build());
		HeapMaxima maxima = new HeapMaxima();
		assertThat(this.received)
			.containsExactly(new Survivors(90 * MIB, maxima.heapBytes(), 11 * MIB, maxima.oldBytes(), null));
		assertThat(maxima.heapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
		assertThat(maxima.oldBytes()).isPositive();
	}

	@Test
	void collectionOfTheYoungGenerationTellsNothing() {
		this.reports.add(this.received::add);
		this.feed.start(GcTrend::unknown);
		this.feed.onGc(a(GcKind.YOUNG).heap(200, 90).build());
		this.feed.onGc(a(GcKind.OTHER).build());
		assertThat(this.received).isEmpty();
	}

	@Test
	void lastOfARowOfMixedCollectionsIsReportedOnceTheRowHasEnded() {
		this.reports.add(this.received::add);
		this.feed.start(GcTrend::unknown);
		this.feed.onGc(a(GcKind.MIXED).heap(200, 150).build());
		this.feed.onGc(a(GcKind.MIXED).heap(180, 120).build());
		this.feed.onGc(a(GcKind.OTHER).build());
		assertThat(this.received).isEmpty();
		this.feed.onGc(a(GcKind.YOUNG).heap(190, 121).build());
		this.feed.onGc(a(GcKind.YOUNG).heap(190, 122).build());
		assertThat(this.received).extracting(Survivors::heapBytes).containsExactly(120 * MIB);
	}

	@Test
	void cycleThatFoundNothingToCollectIsReportedWithTheNextCollection() {
		this.reports.add(this.received::add);
		this.feed.start(GcTrend::unknown);
		this.feed.onGc(a(GcKind.OTHER).phase("Pause Remark").build());
		this.feed.onGc(a(GcKind.YOUNG).heap(200, 151).build());
		this.feed.onGc(a(GcKind.OTHER).phase("Pause Cleanup").build());
		this.feed.onGc(a(GcKind.YOUNG).heap(200, 152).build());
		this.feed.onGc(a(GcKind.YOUNG).heap(200, 153).build());
		assertThat(this.received).extracting(Survivors::heapBytes).containsExactly(152 * MIB);
	}

	@Test
	void cycleBeforeMixedCollectionsIsReportedWithTheLastOfThem() {
		this.reports.add(this.received::add);
		this.feed.start(GcTrend::unknown);
		this.feed.onGc(a(GcKind.OTHER).phase("Pause Cleanup").build());
		this.feed.onGc(a(GcKind.YOUNG).phase("Young (Prepare Mixed)").heap(200, 152).build());
		this.feed.onGc(a(GcKind.MIXED).heap(200, 80).build());
		this.feed.onGc(a(GcKind.YOUNG).heap(200, 81).build());
		assertThat(this.received).extracting(Survivors::heapBytes).containsExactly(80 * MIB);
	}

	@Test
	void fullCollectionAfterMixedOnesSupersedesThem() {
		this.reports.add(this.received::add);
		this.feed.start(GcTrend::unknown);
		this.feed.onGc(a(GcKind.MIXED).heap(200, 150).build());
		this.feed.onGc(a(GcKind.FULL).heap(200, 60).build());
		this.feed.onGc(a(GcKind.YOUNG).heap(190, 61).build());
		assertThat(this.received).extracting(Survivors::heapBytes).containsExactly(60 * MIB);
	}

	@Test
	void growthIsReportedOnlyWhereItIsCertain() {
		this.reports.add(this.received::add);
		this.feed.start(() -> new GcTrend(5e6, 1e6, 9e6, Confidence.LOW, "maybe"));
		this.feed.onGc(a(GcKind.FULL).heap(200, 90).build());
		this.feed.start(() -> new GcTrend(5e6, 1e6, 9e6, Confidence.HIGH, "surely"));
		this.feed.onGc(a(GcKind.FULL).heap(200, 90).build());
		assertThat(this.received).extracting(Survivors::growthBytesPerHour).containsExactly(null, 5e6);
	}

	@Test
	void nothingIsComputedBeforeItIsStartedOrWhileNobodyAsks() {
		List<String> computed = new ArrayList<>();
		this.feed.onGc(a(GcKind.FULL).heap(200, 90).build());
		this.feed.start(() -> {
			computed.add("trend");
			return GcTrend.unknown();
		});
		this.feed.onGc(a(GcKind.FULL).heap(200, 90).build());
		this.reports.add(this.received::add);
		assertThat(computed).isEmpty();
		assertThat(this.received).isEmpty();
	}

}
