package io.github.heapwise.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryHistory}.
 */
class MemoryHistoryTests {

	private final MemoryHistory history = new MemoryHistory(Duration.ofSeconds(1), Duration.ofSeconds(5));

	@Test
	void emptyHistoryHasColumnsOnly() {
		HistoryRows rows = this.history.since(null);
		assertThat(rows.rows()).isEmpty();
		assertThat(rows.next()).isZero();
		assertThat(rows.columns()).containsExactly("time", "heapUsedBytes", "heapCommittedBytes", "liveBytes",
				"nonHeapUsedBytes", "directBufferBytes", "residentBytes", "headroomBytes", "allocatedBytesPerSecond",
				"threads", "cpuRatio");
	}

	@Test
	void rowHasItsValuesInTheOrderOfTheColumns() {
		this.history.add(Samples.at(1000));
		assertThat(this.history.since(null).rows()[0]).containsExactly(1000L, 20L, 30L, 10L, 40L, 5L, 60L, 50L, 1235L,
				7L, 0.25);
	}

	@Test
	void numbersThatCannotBeHadAreNull() {
		this.history.add(Samples.unknown(1000));
		assertThat(this.history.since(null).rows()[0]).containsExactly(1000L, 20L, 30L, null, 40L, 0L, null, null, null,
				7L, null);
	}

	@Test
	void readerWhoKeepsUpGetsEachRowOnce() {
		add(1, 2, 3);
		HistoryRows first = this.history.since(null);
		assertThat(times(first)).containsExactly(1L, 2L, 3L);
		assertThat(times(this.history.since(first.next()))).isEmpty();
		add(4);
		HistoryRows second = this.history.since(first.next());
		assertThat(times(second)).containsExactly(4L);
		assertThat(second.missed()).isZero();
	}

	@Test
	void readerWhoComesLateIsToldWhatWasMissed() {
		add(1, 2, 3, 4, 5, 6, 7, 8);
		HistoryRows rows = this.history.since(1L);
		assertThat(times(rows)).containsExactly(4L, 5L, 6L, 7L, 8L);
		assertThat(rows.missed()).isEqualTo(2);
		assertThat(rows.next()).isEqualTo(8);
		assertThat(this.history.since(null).missed()).isZero();
		assertThat(this.history.since(3L).missed()).isZero();
	}

	@Test
	void everyStartIsAnsweredAcrossTheSeamOfTheRing() {
		for (long total = 1; total <= 23; total++) {
			add(total);
			for (long since = 0; since <= total; since++) {
				HistoryRows rows = this.history.since(since);
				assertThat(rows.missed() + rows.rows().length).isEqualTo(total - since);
				long first = Math.max(since, total - 5) + 1;
				assertThat(times(rows))
					.containsExactly(LongStream.rangeClosed(first, total).boxed().toArray(Long[]::new));
			}
		}
	}

	@Test
	void readerFromBeforeARestartGetsEverything() {
		add(1, 2, 3);
		HistoryRows rows = this.history.since(Long.MAX_VALUE);
		assertThat(times(rows)).containsExactly(1L, 2L, 3L);
		assertThat(rows.missed()).isZero();
		assertThat(rows.next()).isEqualTo(3);
	}

	@Test
	void clockThatStepsBackAndProcessThatSleptLoseNoRow() {
		add(1000, 2000, 500, 600, 90_000_000);
		HistoryRows rows = this.history.since(0L);
		assertThat(times(rows)).containsExactly(1000L, 2000L, 500L, 600L, 90_000_000L);
		assertThat(rows.missed()).isZero();
	}

	@Test
	void sizeIsBoundedWhateverIsAskedFor() {
		assertThat(new MemoryHistory(Duration.ofSeconds(1), Duration.ofMinutes(15)).heapBytes()).isEqualTo(79_200);
		MemoryHistory longest = new MemoryHistory(Duration.ofMillis(100), Duration.ofDays(365));
		assertThat(longest.heapBytes()).isEqualTo(880_000).isLessThan(1 << 20);
		MemoryHistory shortest = new MemoryHistory(Duration.ofSeconds(1), Duration.ofMillis(1));
		shortest.add(Samples.at(1));
		assertThat(shortest.since(null).rows()).hasDimensions(1, 11);
	}

	@Test
	void fiftyReadersAtOnceGetEveryRowThatWasNotMissed() throws Exception {
		MemoryHistory shared = new MemoryHistory(Duration.ofMillis(100), Duration.ofSeconds(10));
		int total = 20_000;
		ExecutorService readers = Executors.newFixedThreadPool(50);
		try {
			Callable<Long> reader = () -> readUntil(shared, total);
			List<Future<Long>> answers = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				answers.add(readers.submit(reader));
			}
			for (long time = 0; time < total; time++) {
				shared.add(Samples.at(time));
			}
			for (Future<Long> answer : answers) {
				assertThat(answer.get()).isEqualTo(total);
			}
		}
		finally {
			readers.shutdownNow();
		}
	}

	// The time of a row is its number, so one that is torn or out of place is seen.
	private static long readUntil(MemoryHistory history, long total) {
		long since = 0;
		long accounted = 0;
		while (since < total) {
			HistoryRows rows = history.since(since);
			long expected = since + rows.missed();
			for (Number[] row : rows.rows()) {
				if (row[0].longValue() != expected++ || row[1].longValue() != 20) {
					return -1;
				}
			}
			accounted += rows.missed() + rows.rows().length;
			since = rows.next();
		}
		return accounted;
	}

	private void add(long... times) {
		for (long time : times) {
			this.history.add(Samples.at(time));
		}
	}

	private static List<Long> times(HistoryRows rows) {
		return Arrays.stream(rows.rows()).map((row) -> row[0].longValue()).toList();
	}

}
