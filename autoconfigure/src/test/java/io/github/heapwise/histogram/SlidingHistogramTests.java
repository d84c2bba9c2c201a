package io.github.heapwise.histogram;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

/**
 * Tests for {@link SlidingHistogram}.
 */
class SlidingHistogramTests {

	private static final long SEED = 20261124;

	private final SlidingHistogram histogram = new SlidingHistogram(ValueRange.NANOS, 3);

	@Test
	void nothingRecordedIsAllZero() {
		assertThat(this.histogram.distribution()).isEqualTo(Distribution.EMPTY);
		assertThat(this.histogram.turn()).isEqualTo(Distribution.EMPTY);
		assertThat(this.histogram.distribution()).isEqualTo(Distribution.EMPTY);
	}

	@Test
	void percentilesAreWithinHalfAPercentOfSortedValues() {
		long[] values = new Random(SEED).longs(10_000, 50_000, 3_000_000_000L).toArray();
		for (int i = 0; i < values.length; i++) {
			this.histogram.record(values[i]);
			if (i % 3000 == 2999) {
				this.histogram.turn();
			}
		}
		Arrays.sort(values);
		Distribution all = this.histogram.distribution();
		assertThat(all.p50()).isCloseTo(values[4999], withPercentage(0.5));
		assertThat(all.p90()).isCloseTo(values[8999], withPercentage(0.5));
		assertThat(all.p99()).isCloseTo(values[9899], withPercentage(0.5));
		assertThat(all.p999()).isCloseTo(values[9989], withPercentage(0.5));
	}

	@Test
	void countMinMaxMeanAndTotalAreExactOverSlices() {
		this.histogram.record(1_234_567);
		this.histogram.turn();
		this.histogram.record(7_654_321);
		Distribution both = this.histogram.distribution();
		assertThat(both.count()).isEqualTo(2);
		assertThat(both.min()).isEqualTo(1_234_567);
		assertThat(both.max()).isEqualTo(7_654_321);
		assertThat(both.total()).isEqualTo(8_888_888);
		assertThat(both.mean()).isEqualTo(4_444_444);
		assertThat(both.stddev()).isCloseTo(3_209_877, withPercentage(1));
	}

	@Test
	void percentilesOfOneValueAreThatValue() {
		this.histogram.record(1_234_567);
		assertThat(this.histogram.distribution().p50()).isEqualTo(1_234_567);
		assertThat(this.histogram.distribution().p999()).isEqualTo(1_234_567);
	}

	@Test
	void turningTellsWhatTheEndedSliceHeld() {
		this.histogram.record(5_000_000);
		this.histogram.turn();
		this.histogram.record(3_000_000);
		this.histogram.record(4_000_000);
		Distribution ended = this.histogram.turn();
		assertThat(ended.count()).isEqualTo(2);
		assertThat(ended.max()).isEqualTo(4_000_000);
	}

	@Test
	void sliceBeyondThoseKeptIsDropped() {
		this.histogram.record(9_000_000);
		for (int turns = 0; turns < 3; turns++) {
			this.histogram.turn();
		}
		assertThat(this.histogram.distribution().max()).isEqualTo(9_000_000);
		this.histogram.turn();
		assertThat(this.histogram.distribution()).isEqualTo(Distribution.EMPTY);
	}

	@Test
	void delayOfTenIntervalsCountsForAllThatWouldHaveWaited() {
		this.histogram.recordWithExpectedInterval(100, 10);
		Distribution waits = this.histogram.distribution();
		assertThat(waits.count()).isEqualTo(10);
		assertThat(waits.total()).isEqualTo(100 + 90 + 80 + 70 + 60 + 50 + 40 + 30 + 20 + 10);
	}

	@Test
	void delayBelowTheIntervalCountsOnce() {
		this.histogram.recordWithExpectedInterval(9, 10);
		assertThat(this.histogram.distribution().count()).isOne();
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, Long.MIN_VALUE })
	void delayWithoutAnIntervalCountsOnce(long interval) {
		this.histogram.recordWithExpectedInterval(100, interval);
		assertThat(this.histogram.distribution().count()).isOne();
	}

	@Test
	void valueBeyondTheRangeIsCountedAndItsSizeKept() {
		long days = 100 * ValueRange.NANOS.highest();
		this.histogram.record(days);
		this.histogram.record(1_000_000);
		Distribution both = this.histogram.distribution();
		assertThat(both.exceeds()).isOne();
		assertThat(both.max()).isEqualTo(days);
		assertThat(both.p50()).isCloseTo(1_000_000, withPercentage(0.5));
	}

	@Test
	void negativeValueIsNone() {
		this.histogram.record(-5);
		assertThat(this.histogram.distribution().max()).isZero();
	}

	@Test
	void countFromCountsEqualAndLargerValues() {
		for (long millis = 1; millis <= 100; millis++) {
			this.histogram.record(millis * 1_000_000);
		}
		assertThat(this.histogram.contents().countFrom(91_000_000)).isCloseTo(10, offset(1L));
		assertThat(this.histogram.contents().countFrom(0)).isEqualTo(100);
		assertThat(this.histogram.contents().countFrom(-1)).isEqualTo(100);
		assertThat(this.histogram.contents().countFrom(Long.MAX_VALUE)).isZero();
	}

	@Test
	void readingChangesNothing() {
		this.histogram.record(5_000_000);
		this.histogram.turn();
		this.histogram.record(7_000_000);
		assertThat(this.histogram.contents().countFrom(0)).isEqualTo(2);
		assertThat(this.histogram.contents().countFrom(0)).isEqualTo(2);
		assertThat(this.histogram.distribution()).isEqualTo(this.histogram.distribution());
		assertThat(this.histogram.turn().count()).isOne();
	}

	@Test
	void contentsAreThoseOfTheirMoment() {
		this.histogram.record(5_000_000);
		this.histogram.turn();
		this.histogram.record(7_000_000);
		HistogramContents contents = this.histogram.contents();
		this.histogram.record(9_000_000);
		this.histogram.turn();
		assertThat(contents.countFrom(0)).isEqualTo(2);
		assertThat(contents.distribution().max()).isEqualTo(7_000_000);
		assertThat(contents.distribution()).isEqualTo(contents.distribution());
		assertThat(contents.countFrom(0)).isEqualTo(2);
	}

	@Test
	void heapIsBoundedWhateverIsRecorded() {
		Random random = new Random(SEED);
		for (int slice = 0; slice < 10; slice++) {
			for (int i = 0; i < 100_000; i++) {
				this.histogram.record((long) Math.exp(random.nextDouble() * Math.log(4e12)));
			}
			this.histogram.turn();
		}
		assertThat(this.histogram.heapBytes()).isLessThan(14_000 + 3 * 8_000);
	}

	@Test
	void partOfTheSlicesIsToldApart() {
		for (int i = 1; i <= 4; i++) {
			this.histogram.record(i * 1_000_000);
			if (i < 4) {
				this.histogram.turn();
			}
		}
		assertThat(total(0, 0)).isEqualTo(4_000_000);
		assertThat(total(0, 1)).isEqualTo(7_000_000);
		assertThat(total(1, 2)).isEqualTo(5_000_000);
		assertThat(total(3, 9)).isEqualTo(1_000_000);
		assertThat(this.histogram.contents(new SliceRange(4, 9)).distribution()).isEqualTo(Distribution.EMPTY);
		assertThat(this.histogram.contents(new SliceRange(1, 2)).countFrom(3_000_000)).isOne();
		assertThat(total(0, 3)).isEqualTo(this.histogram.distribution().total());
	}

	private long total(int newest, int oldest) {
		return this.histogram.contents(new SliceRange(newest, oldest)).distribution().total();
	}

}
