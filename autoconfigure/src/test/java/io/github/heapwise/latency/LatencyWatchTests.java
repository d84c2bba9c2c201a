package io.github.heapwise.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.histogram.RequestHistogram;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LatencyWatch}.
 */
class LatencyWatchTests {

	private static final LatencySettings SETTINGS = new LatencySettings(Duration.ofMillis(10), Duration.ofMinutes(5),
			Duration.ofSeconds(3));

	private final Moment moment = new Moment();

	private final List<String> problems = new ArrayList<>();

	private final HandPool pool = new HandPool("pool");

	private final HandLoop loop = new HandLoop("loop");

	@Test
	void columnsAreThoseOfTheContract() {
		assertThat(watch().rows(null).columns()).containsExactly("time", "requests.count", "requests.p50Nanos",
				"requests.p99Nanos", "requests.maxNanos", "stall.p50Nanos", "stall.p99Nanos", "stall.maxNanos",
				"workers.pool.p99Nanos", "workers.pool.maxNanos", "workers.pool.utilizationRatio",
				"eventLoops.loop.p99Nanos", "eventLoops.loop.maxNanos", "eventLoops.loop.utilizationRatio");
	}

	@Test
	void rowIsWrittenOnceASecond() {
		LatencyWatch watch = watch();
		stall(watch, 7);
		seconds(watch, 1);
		List<Number> row = row(watch, 0);
		assertThat(row.get(0)).isEqualTo(1_000_000_001_000L);
		assertThat(row.subList(1, 5)).containsOnlyNulls();
		assertThat(row.subList(5, 8)).containsExactly(7_000_000L, 7_000_000L, 7_000_000L);
		assertThat(row.get(8)).as("only task is under way").isEqualTo(1_000_000_000L);
		assertThat(row.get(10)).isEqualTo(0.25);
		assertThat(row.get(12)).isEqualTo(1L);
		assertThat((Double) row.get(13)).isBetween(0.0, 1.0);
		assertThat(watch.nextRow()).isEqualTo(1);
	}

	@Test
	void rowTellsOfItsSecondOnly() {
		LatencyWatch watch = watch();
		stall(watch, 500);
		seconds(watch, 1);
		stall(watch, 3);
		seconds(watch, 1);
		assertThat(row(watch, 1).get(7)).isEqualTo(3_000_000L);
		assertThat(watch.read(SETTINGS.window()).stall().max()).isEqualTo(500_000_000);
	}

	@Test
	void secondWithoutMeasurementsIsNull() {
		this.pool.active = 0;
		LatencyWatch watch = watch();
		seconds(watch, 1);
		assertThat(row(watch, 0).subList(5, 10)).containsOnlyNulls();
	}

	@Test
	void stallCountsAsOftenAsItWouldHaveBeenMet() {
		LatencyWatch watch = watch();
		stall(watch, 500);
		assertThat(watch.read(SETTINGS.window()).stall().count()).isEqualTo(50);
		assertThat(watch.read(SETTINGS.window()).stall().p50()).isBetween(240_000_000L, 260_000_000L);
	}

	@Test
	void partOfTheWindowTellsWhatHappenedInIt() {
		LatencyWatch watch = watch();
		stall(watch, 500);
		seconds(watch, 30);
		stall(watch, 3);
		seconds(watch, 10);
		Instant now = this.moment.instant();
		Latency before = watch.read(now.minusSeconds(42), now.minusSeconds(20));
		Latency after = watch.read(now.minusSeconds(15), now);
		assertThat(before.stall().max()).isEqualTo(500_000_000);
		assertThat(after.stall().max()).isEqualTo(3_000_000);
		assertThat(after.loops().get(0).delay().count()).isBetween(100L, 2100L);
		assertThat(after.workers().get(0).utilization()).isEqualTo(0.25);
		assertThat(after.requests()).isNull();
	}

	@Test
	void figuresLeaveTheWindow() {
		LatencyWatch watch = watch();
		stall(watch, 500);
		seconds(watch, 311);
		assertThat(watch.read(SETTINGS.window()).stall().count()).isZero();
	}

	@Test
	void sleepOfTheProcessAgesTheWindowAndLeavesOneRow() {
		LatencyWatch watch = watch();
		stall(watch, 500);
		seconds(watch, 1);
		this.moment.advanceMillis(600_000);
		seconds(watch, 1);
		assertThat(watch.nextRow()).isLessThanOrEqualTo(3);
		assertThat(watch.read(SETTINGS.window()).stall().count()).isZero();
	}

	@Test
	void readerWhoWasAwayIsToldWhatItMissed() {
		LatencyWatch watch = watch();
		seconds(watch, 5);
		LatencyRows rows = watch.rows(0L);
		assertThat(rows.missed()).isEqualTo(2);
		assertThat(rows.rows()).hasDimensions(3, 14);
		assertThat(rows.next()).isEqualTo(5);
	}

	@Test
	void failingPoolIsDroppedWithOneSentence() {
		this.pool.failure = new IllegalStateException("broken");
		LatencyWatch watch = watch();
		seconds(watch, 2);
		assertThat(this.problems)
			.containsExactly("'pool' is not watched any more: java.lang.IllegalStateException: broken");
		assertThat(watch.read(SETTINGS.window()).workers()).isEmpty();
		assertThat(watch.read(SETTINGS.window()).loops()).hasSize(1);
		assertThat(row(watch, 1).subList(8, 11)).containsOnlyNulls();
	}

	@Test
	void poolThatFailsWhereItIsReadIsDroppedToo() {
		LatencyWatch watch = watch();
		seconds(watch, 1);
		this.pool.failure = new IllegalStateException("broken");
		assertThat(watch.read(SETTINGS.window()).workers()).isEmpty();
		seconds(watch, 1);
		assertThat(this.problems)
			.containsExactly("'pool' is not watched any more: java.lang.IllegalStateException: broken");
	}

	@Test
	void poolThatWasShutDownDisappears() {
		LatencyWatch watch = watch();
		seconds(watch, 1);
		this.pool.shutdown = true;
		seconds(watch, 1);
		assertThat(watch.read(SETTINGS.window()).workers()).isEmpty();
		assertThat(this.problems).isEmpty();
	}

	@Test
	void requestsAreThoseOfTheSecondAndOfTheWindow() {
		Distribution two = new Distribution(2, 1, 9, 5, 4, 10, 5, 9, 9, 9, 9, 9, 0);
		LatencyWatch watch = watch(requests(two, null));
		seconds(watch, 1);
		assertThat(row(watch, 0).subList(1, 5)).containsExactly(2L, 5L, 9L, 9L);
		assertThat(watch.read(SETTINGS.window()).requests()).isEqualTo(two);
		assertThat(watch.read(SETTINGS.window()).requestsUnavailableReason()).isNull();
	}

	@Test
	void secondWithoutRequestsHasACountOnly() {
		LatencyWatch watch = watch(requests(Distribution.EMPTY, null));
		seconds(watch, 1);
		assertThat(row(watch, 0).subList(1, 5)).containsExactly(0L, null, null, null);
	}

	@Test
	void requestsThatAreNotSeenSayWhy() {
		LatencyWatch watch = watch(requests(Distribution.EMPTY, "observations are off"));
		seconds(watch, 1);
		assertThat(row(watch, 0).subList(1, 5)).containsOnlyNulls();
		assertThat(watch.read(SETTINGS.window()).requests()).isNull();
		assertThat(watch.read(SETTINGS.window()).requestsUnavailableReason()).isEqualTo("observations are off");
	}

	@Test
	void listenersAreToldWhatWasMeasured() {
		LatencyWatch watch = watch();
		List<String> told = new ArrayList<>();
		watch.tell(new LatencyListener() {

			@Override
			public LongConsumer stall() {
				return (nanos) -> told.add("stall " + nanos);
			}

			@Override
			public LongConsumer worker(String pool) {
				return (nanos) -> told.add(pool + " " + nanos);
			}

			@Override
			public LongConsumer loop(String loop) {
				return (nanos) -> {
				};
			}

		});
		stall(watch, 500);
		seconds(watch, 1);
		this.pool.startNext();
		seconds(watch, 1);
		assertThat(told).containsExactly("stall 500000000", "pool 1000000000");
	}

	private static List<Number> row(LatencyWatch watch, int index) {
		return Arrays.asList(watch.rows(null).rows()[index]);
	}

	private static void stall(LatencyWatch watch, long millis) {
		watch.stallTask().tick(0, 1_000_000 * millis);
	}

	private void seconds(LatencyWatch watch, int seconds) {
		IntStream.range(0, 100 * seconds).forEach((i) -> {
			watch.tick(0, this.moment.getAsLong());
			this.loop.runAll();
			this.moment.advanceMillis(10);
		});
		watch.tick(0, this.moment.getAsLong());
	}

	private LatencyWatch watch() {
		return watch(null);
	}

	private LatencyWatch watch(RequestHistogram requests) {
		WatchSet watched = WatchSet.of(List.of(new HandSource(List.of(this.pool), List.of(this.loop))), this.moment,
				this.moment, this.problems::add);
		return new LatencyWatch(SETTINGS, watched, requests, null, this.moment, this.problems::add);
	}

	private static RequestHistogram requests(Distribution distribution, String reason) {
		return new RequestHistogram() {

			@Override
			public Distribution window() {
				return distribution;
			}

			@Override
			public Distribution turn() {
				return distribution;
			}

			@Override
			public String unavailableReason() {
				return reason;
			}

		};
	}

}
