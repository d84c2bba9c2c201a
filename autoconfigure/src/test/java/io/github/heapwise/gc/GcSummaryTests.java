package io.github.heapwise.gc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static io.github.heapwise.gc.GcEventBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link GcSummary}.
 */
class GcSummaryTests {

	private static final long MEBIBYTE = 1 << 20;

	private final List<GcEvent> kept = new ArrayList<>();

	@Test
	void withoutCollectionsItIsEmpty() {
		GcSummary summary = summary(60_000, 0L);
		assertThat(summary.pauses()).isZero();
		assertThat(summary.pauseRatio()).isZero();
		assertThat(summary.longestPauseNanos()).isZero();
		assertThat(summary.liveBytes()).isNull();
		assertThat(summary.window()).isEqualTo(Duration.ofSeconds(60));
	}

	@Test
	void pausesAreCountedAndConcurrentCyclesAreNot() {
		for (int i = 1; i <= 100; i++) {
			this.kept.add(a(GcKind.YOUNG).at(i * 100).taking(i).heap(100, 20).build());
		}
		this.kept.add(a(GcKind.CONCURRENT).at(20_000).taking(5000).heap(100, 30).build());
		GcSummary summary = summary(60_000, 0L);
		assertThat(summary.pauses()).isEqualTo(100);
		assertThat(summary.pauseRatio()).isCloseTo(5.05 / 60, within(1e-9));
		assertThat(summary.longestPauseNanos()).isEqualTo(100_000_000);
		assertThat(summary.p50Nanos()).isEqualTo(50_000_000);
		assertThat(summary.p99Nanos()).isEqualTo(99_000_000);
		assertThat(summary.promotedBytesPerSecond()).isCloseTo(100.0 * MEBIBYTE / 60, within(1.0));
		assertThat(summary.liveBytes()).isEqualTo(30 * MEBIBYTE);
	}

	@Test
	void remarkThatLeavesTheYoungGenerationAsItIsTellsNothingOfWhatIsAlive() {
		this.kept.add(a(GcKind.YOUNG).at(1000).taking(5).heap(100, 20).build());
		this.kept.add(a(GcKind.OTHER).at(2000).taking(1).heap(90, 89).build());
		assertThat(summary(60_000, 0L).liveBytes()).isEqualTo(20 * MEBIBYTE);
	}

	@Test
	void whatEndedBeforeTheWindowIsLeftOut() {
		this.kept.add(a(GcKind.FULL).at(1000).taking(500).build());
		this.kept.add(a(GcKind.YOUNG).at(400_000).taking(5).build());
		GcSummary summary = summary(600_000, 0L);
		assertThat(summary.window()).isEqualTo(Duration.ofMinutes(5));
		assertThat(summary.pauses()).isEqualTo(1);
		assertThat(summary.longestPauseNanos()).isEqualTo(5_000_000);
	}

	@Test
	void windowIsNoLongerThanWhatIsKept() {
		this.kept.add(a(GcKind.YOUNG).at(100_000).taking(0).build());
		GcSummary summary = GcSummary.of(this.kept, Duration.ofMinutes(5), 100_000, 110_000, null, GcTrend.unknown());
		assertThat(summary.window()).isEqualTo(Duration.ofSeconds(10));
		assertThat(summary.allocatedBytesPerSecond()).isNull();
	}

	@Test
	void allocationIsCountedFromTheFirstCollectionOn() {
		this.kept.add(a(GcKind.YOUNG).at(10_000).allocated(999_999_999).build());
		this.kept.add(a(GcKind.YOUNG).at(15_000).allocated(500).build());
		GcSummary summary = summary(20_000, 500L);
		assertThat(summary.allocatedBytesPerSecond()).isEqualTo(100.0);
	}

	@Test
	void allocationOfAnIdleApplicationIsCountedFromTheLastCollectionOn() {
		this.kept.add(a(GcKind.YOUNG).at(0).allocated(10).build());
		assertThat(summary(3_600_000, 3_600_000L).allocatedBytesPerSecond()).isEqualTo(1000.0);
	}

	@Test
	void promotionIsUnknownWhereNoCollectionTells() {
		assertThat(summary(60_000, 0L).promotedBytesPerSecond()).isZero();
		this.kept.add(a(GcKind.CONCURRENT).at(1000).taking(5).heap(100, 20).build());
		assertThat(summary(60_000, 0L).promotedBytesPerSecond()).isNull();
	}

	private GcSummary summary(long nowMillis, Long allocatedSinceLast) {
		return GcSummary.of(this.kept, Duration.ofMinutes(5), 0, nowMillis, allocatedSinceLast, GcTrend.unknown());
	}

}
