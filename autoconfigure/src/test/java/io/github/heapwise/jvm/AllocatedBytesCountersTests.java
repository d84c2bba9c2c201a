package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.sun.management.ThreadMXBean;
import io.github.heapwise.test.VirtualThreads;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllocatedBytesCounters}.
 */
class AllocatedBytesCountersTests {

	private final AllocatedBytesCounters counters = new AllocatedBytesCounters(Clock.systemUTC());

	private volatile Object sink = "";

	@Test
	void readShouldCountWhatThisThreadAllocates() {
		long id = Thread.currentThread().getId();
		this.counters.read();
		long start = this.counters.read().bytesOf(id);
		this.sink = new byte[10_000_000];
		long allocated = this.counters.read().bytesOf(id) - start;
		// Reading allocates a little itself, and not always the same.
		assertThat(allocated).isBetween(10_000_000L, 10_100_000L);
	}

	@Test
	void totalIncludesThreadsThatHaveEnded() throws InterruptedException {
		AllocatedBytesSnapshot before = this.counters.read();
		Thread thread = new Thread(() -> this.sink = new byte[50_000_000]);
		thread.start();
		thread.join();
		assertThat(this.counters.read().isAlive(thread.getId())).isFalse();
		// The JVM takes over the counter of a thread a moment after others may join it.
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.counters.read().totalSince(before)).isGreaterThanOrEqualTo(50_000_000));
	}

	@Test
	void readShouldTellLiveThreadsOnly() throws InterruptedException {
		CountDownLatch end = new CountDownLatch(1);
		Thread thread = new Thread(() -> await(end), "counted-thread");
		thread.start();
		assertThat(this.counters.read().isAlive(thread.getId())).isTrue();
		assertThat(this.counters.nameOf(thread.getId())).isEqualTo("counted-thread");
		end.countDown();
		thread.join();
		assertThat(this.counters.read().isAlive(thread.getId())).isFalse();
		assertThat(this.counters.nameOf(thread.getId())).isEqualTo("ended thread");
	}

	@Test
	void threadsWithoutACounterAreNotTold() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		threads.setThreadAllocatedMemoryEnabled(false);
		try {
			assertThat(this.counters.read().threadIds()).isEmpty();
		}
		finally {
			threads.setThreadAllocatedMemoryEnabled(true);
		}
	}

	@Test
	void carriersOfVirtualThreadsAreNotTold() throws InterruptedException {
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		VirtualThreads.startOrElsePlatform(() -> {
			started.countDown();
			await(end);
		});
		started.await();
		AllocatedBytesSnapshot snapshot = this.counters.read();
		List<Long> carriers = carriers();
		end.countDown();
		assertThat(carriers.isEmpty()).isNotEqualTo(VirtualThreads.AVAILABLE);
		assertThat(carriers).noneMatch(snapshot::isAlive);
		assertThat(snapshot.isAlive(Thread.currentThread().getId())).isTrue();
	}

	private static List<Long> carriers() {
		return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
			.filter((thread) -> thread.getThreadName().startsWith("ForkJoinPool-"))
			.map(ThreadInfo::getThreadId)
			.toList();
	}

	@Test
	void instantsAreNanosSince1970() {
		Instant instant = Instant.parse("2026-01-31T10:15:30.123456789Z");
		assertThat(AllocatedBytesCounters.nanos(instant)).isEqualTo(1_769_854_530_123_456_789L);
		assertThat(new AllocatedBytesCounters(Clock.fixed(instant, ZoneOffset.UTC)).read().epochNanos())
			.isEqualTo(1_769_854_530_123_456_789L);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
