package io.github.heapwise.gc;

import io.github.heapwise.gc.GcTrend.Confidence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Tests for {@link LiveTrend}.
 */
class LiveTrendTests {

	private static final long MEGABYTE = 1_000_000;

	private final LiveTrend trend = new LiveTrend();

	@Test
	void withoutCollectionsNothingIsKnown() {
		assertThat(this.trend.get().confidence()).isEqualTo(Confidence.NONE);
		assertThat(this.trend.get().bytesPerHour()).isNull();
		assertThat(this.trend.get().reason()).startsWith("Too few collections yet");
	}

	@Test
	void growthUnderCollectionsOfTheOldGenerationIsBelieved() {
		for (int second = 0; second < 1800; second += 5) {
			add(second, 100 * MEGABYTE + second * MEGABYTE / 36, second % 60 == 0);
		}
		GcTrend found = this.trend.get();
		assertThat(found.bytesPerHour()).isCloseTo(100.0 * MEGABYTE, withinPercentage(2));
		assertThat(found.confidence()).isEqualTo(Confidence.HIGH);
	}

	@Test
	void growthThatNoOldCollectionHasLookedAtIsNotCalledALeak() {
		for (int second = 0; second < 1800; second += 5) {
			add(second, 100 * MEGABYTE + second * MEGABYTE, false);
		}
		assertThat(this.trend.get().confidence()).isEqualTo(Confidence.LOW);
		assertThat(this.trend.get().reason()).contains("may be garbage");
	}

	@Test
	void sawToothOfTheOldGenerationIsFlat() {
		for (int second = 0; second < 1800; second += 5) {
			boolean cleaned = second % 300 == 0;
			add(second, 100 * MEGABYTE + second % 300 * MEGABYTE, cleaned);
		}
		GcTrend found = this.trend.get();
		assertThat(found.lowBytesPerHour()).isLessThanOrEqualTo(0);
		assertThat(found.bytesPerHour()).isLessThan(5.0 * MEGABYTE);
		assertThat(found.confidence()).isEqualTo(Confidence.LOW);
	}

	@Test
	void whatIsOlderThanHalfAnHourIsForgotten() {
		add(0, 10_000 * MEGABYTE, true);
		for (int second = 3600; second < 5400; second += 10) {
			add(second, 100 * MEGABYTE, true);
		}
		assertThat(this.trend.get().bytesPerHour()).isZero();
	}

	@Test
	void eventThatComesLateCountsAsTheLatest() {
		for (int second = 0; second < 600; second += 5) {
			add(second, 100 * MEGABYTE, second % 60 == 0);
		}
		add(10, 50 * MEGABYTE, false);
		add(600, 100 * MEGABYTE, true);
		assertThat(this.trend.get().bytesPerHour()).isZero();
	}

	@Test
	void riseSinceTheLastCleaningIsNotJudged() {
		for (int second = 0; second < 1800; second += 10) {
			add(second, 100 * MEGABYTE + ((second < 900) ? second : second - 900) * MEGABYTE / 10, second == 890);
		}
		assertThat(this.trend.get().confidence()).isEqualTo(Confidence.LOW);
	}

	@Test
	void twoCleaningsAreTooFewToBelieve() {
		for (int second = 0; second < 1800; second += 10) {
			add(second, 100 * MEGABYTE + second * MEGABYTE, second == 900 || second == 1790);
		}
		assertThat(this.trend.get().confidence()).isEqualTo(Confidence.LOW);
	}

	@Test
	void cleaningsOfEachTenSecondsCountAsMany() {
		for (int second = 0; second < 1800; second += 10) {
			add(second, 100 * MEGABYTE + second * MEGABYTE, second >= 1700);
		}
		assertThat(this.trend.get().confidence()).isEqualTo(Confidence.HIGH);
	}

	@Test
	void floorIsWhatTheTrendRestsOn() {
		for (int second = 0; second < 300; second += 5) {
			long garbage = (second % 50 == 0) ? 0 : 50 * MEGABYTE;
			add(second, 100 * MEGABYTE + garbage, second % 50 == 0);
		}
		add(303, 500 * MEGABYTE, false);
		LiveFloor floor = this.trend.floor(1_000_000);
		assertThat(floor.bytes()).hasSize(26).containsOnly(100.0 * MEGABYTE);
		assertThat(floor.epochMillis()).startsWith(1_005_000, 1_015_000).endsWith(1_255_000);
	}

	@Test
	void floorOfTooFewCollectionsIsThereToo() {
		add(3, 100 * MEGABYTE, false);
		assertThat(this.trend.floor(0).epochMillis()).containsExactly(5000);
		assertThat(this.trend.floor(0).bytes()).containsExactly(100.0 * MEGABYTE);
	}

	private void add(int second, long liveBytes, boolean cleanedOld) {
		this.trend.add(second * 1000L, liveBytes, cleanedOld);
	}

}
