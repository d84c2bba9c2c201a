package io.github.heapwise.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.github.heapwise.jvm.HeapUse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryMonitor}.
 */
class MemoryMonitorTests {

	private final MemoryHistory history = new MemoryHistory(Duration.ofMillis(100), Duration.ofMinutes(1));

	private final List<String> problems = new CopyOnWriteArrayList<>();

	private final AtomicBoolean broken = new AtomicBoolean();

	private final HeapUse heapUse = () -> {
		if (this.broken.get()) {
			throw new IllegalStateException("no heap use today");
		}
		return 42;
	};

	private final MemoryMonitor monitor = new MemoryMonitor(this.history, List.of(this.heapUse), new OddClock(),
			this.problems::add);

	@AfterEach
	void close() {
		this.monitor.close();
	}

	@Test
	void readTellsTheSameAsTheJvmBeforeAnythingIsSampled() {
		MemorySnapshot memory = this.monitor.read();
		assertThat(memory.process().pid()).isEqualTo(ProcessHandle.current().pid());
		assertThat(memory.pools().stream().filter(PoolMemory::heap).mapToLong(PoolMemory::usedBytes).sum())
			.isEqualTo(memory.heap().usedBytes());
		assertThat(memory.heap().maxBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
		assertThat(memory.heap().allocatedBytes()).isGreaterThan(1 << 20);
		assertThat(memory.heap().allocatedBytesPerSecond()).isNull();
		assertThat(memory.overhead()).isEqualTo(new Overhead(null, null, 0));
		assertThat(memory.threads().live()).isPositive();
		assertThat(memory.classes().loaded()).isGreaterThan(500);
		assertThat(memory.externalBytes()).isGreaterThan(1 << 20).isGreaterThanOrEqualTo(memory.directBufferBytes());
		assertThat(memory.nativeMemory().unavailableReason()).contains("-XX:NativeMemoryTracking=summary");
	}

	@Test
	void samplesGoToTheHistoryAndRatesToWhatIsRead() {
		this.monitor.start();
		awaitRows(3);
		HistoryRows rows = this.history.since(null);
		assertThat(List.of(rows.rows())).allSatisfy((row) -> {
			assertThat(row[0].longValue() % 100).isZero();
			assertThat(row[8].longValue()).isNotNegative();
			assertThat(row[10].doubleValue()).isNotNegative();
		});
		assertThat(this.monitor.read().heap().allocatedBytesPerSecond()).isNotNull();
		assertThat(this.monitor.read().overhead().heapBytes()).isEqualTo(42);
		assertThat(this.monitor.read().overhead().cpuRatio()).isBetween(0.0, 10.0);
		assertThat(this.problems).isEmpty();
	}

	@Test
	void monitorCanBeStartedAgainAndLeavesNoThread() {
		this.monitor.start();
		this.monitor.start();
		awaitRows(1);
		assertThat(ownThreads()).isOne();
		this.monitor.close();
		this.monitor.close();
		assertThat(ownThreads()).isZero();
		int before = this.history.since(null).rows().length;
		this.monitor.start();
		awaitRows(before + 2);
	}

	@Test
	void samplingSurvivesWhatFailsAndReportsItOnce() {
		this.broken.set(true);
		this.monitor.start();
		Awaitility.await().untilAsserted(() -> assertThat(this.problems).isNotEmpty());
		this.broken.set(false);
		awaitRows(2);
		assertThat(this.problems).containsExactly("Memory could not be sampled, the history has a gap:"
				+ " java.lang.IllegalStateException: no heap use today. It is tried again each time, and not"
				+ " reported again");
	}

	private void awaitRows(int rows) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(List.of(this.history.since(null).rows())).hasSizeGreaterThanOrEqualTo(rows));
	}

	private static long ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("heapwise-memory"))
			.count();
	}

	/**
	 * A clock that is set back by a day each time it is looked at.
	 */
	private static final class OddClock extends Clock {

		private final AtomicLong days = new AtomicLong();

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return Instant.now().minus(Duration.ofDays(this.days.incrementAndGet()));
		}

	}

}
