package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;

/**
 * Reads the exact allocation counters of this JVM. 30 to 110 ns a thread; may be used
 * from any thread.
 */
public final class AllocatedBytesCounters {

	private final Clock clock;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final CarrierThreads carriers = new CarrierThreads();

	private final TotalAllocatedBytes total = new TotalAllocatedBytes();

	/**
	 * Create counters.
	 * @param clock tells when they were read
	 */
	public AllocatedBytesCounters(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Read all counters.
	 * @return what they say now
	 */
	public synchronized AllocatedBytesSnapshot read() {
		long[] ids = countedThreads();
		long[] bytes = this.threads.getThreadAllocatedBytes(ids);
		// A thread without a counter has just ended, or nobody counts: taken for 0 bytes
		// its samples would vanish.
		int[] counted = IntStream.range(0, ids.length).filter((i) -> bytes[i] >= 0).toArray();
		// The total last: what is allocated in between then lies in the rest, not below
		// 0.
		return new AllocatedBytesSnapshot(nowNanos(), select(ids, counted), select(bytes, counted), this.total.read());
	}

	/**
	 * Return the name of a thread.
	 * @param threadId id of the thread
	 * @return its name, or that it has ended
	 */
	public String nameOf(long threadId) {
		ThreadInfo info = this.threads.getThreadInfo(threadId);
		return (info != null) ? info.getThreadName() : "ended thread";
	}

	/**
	 * Return the time on the scale of snapshots.
	 * @return nanoseconds since 1970
	 */
	public long nowNanos() {
		return nanos(this.clock.instant());
	}

	/**
	 * Return an instant on the scale of snapshots.
	 * @param instant any instant of our days
	 * @return nanoseconds since 1970
	 */
	public static long nanos(Instant instant) {
		return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
	}

	private static long[] select(long[] values, int[] indexes) {
		return Arrays.stream(indexes).mapToLong((i) -> values[i]).toArray();
	}

	private long[] countedThreads() {
		long[] ids = this.threads.getAllThreadIds();
		Arrays.sort(ids);
		this.carriers.lookAt(ids);
		return Arrays.stream(ids).filter((id) -> !this.carriers.contains(id)).toArray();
	}

}
