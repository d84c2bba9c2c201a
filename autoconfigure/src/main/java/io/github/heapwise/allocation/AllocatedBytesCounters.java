package io.github.heapwise.allocation;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Reads the exact allocation counters of this JVM. 30 to 110 ns a thread; may be used
 * from any thread.
 */
final class AllocatedBytesCounters {

	private final Clock clock;

	private final ThreadMXBean threads;

	private final CarrierThreads carriers = new CarrierThreads();

	private final @Nullable Method total;

	AllocatedBytesCounters(Clock clock) {
		this.clock = clock;
		this.threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		this.total = findTotal();
	}

	synchronized AllocatedBytesSnapshot read() {
		long[] ids = countedThreads();
		long[] bytes = this.threads.getThreadAllocatedBytes(ids);
		// A thread without a counter has just ended, or nobody counts: taken for 0 bytes
		// its samples would vanish.
		int[] counted = IntStream.range(0, ids.length).filter((i) -> bytes[i] >= 0).toArray();
		// The total last: what is allocated in between then lies in the rest, not below
		// 0.
		return new AllocatedBytesSnapshot(nowNanos(), select(ids, counted), select(bytes, counted), total());
	}

	private static long[] select(long[] values, int[] indexes) {
		return Arrays.stream(indexes).mapToLong((i) -> values[i]).toArray();
	}

	String nameOf(long threadId) {
		java.lang.management.ThreadInfo info = this.threads.getThreadInfo(threadId);
		return (info != null) ? info.getThreadName() : "ended thread";
	}

	long nowNanos() {
		return nanos(this.clock.instant());
	}

	static long nanos(Instant instant) {
		return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
	}

	private long[] countedThreads() {
		long[] ids = this.threads.getAllThreadIds();
		Arrays.sort(ids);
		this.carriers.lookAt(ids);
		return Arrays.stream(ids).filter((id) -> !this.carriers.contains(id)).toArray();
	}

	private long total() {
		try {
			return (this.total != null) ? (long) this.total.invoke(this.threads) : AllocatedBytesSnapshot.UNKNOWN;
		}
		catch (ReflectiveOperationException ex) {
			return AllocatedBytesSnapshot.UNKNOWN;
		}
	}

	// In the API since 21 and in late updates of 17.
	private static @Nullable Method findTotal() {
		try {
			return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
		}
		catch (NoSuchMethodException ex) {
			return null;
		}
	}

}
