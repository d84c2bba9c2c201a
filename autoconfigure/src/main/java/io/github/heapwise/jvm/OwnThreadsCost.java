package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/**
 * Measures what the threads use that are there only to observe. A few microseconds and
 * one more per hundred threads of the JVM; may be used from any thread.
 */
public final class OwnThreadsCost {

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Map<Long, Cost> costByThread = Map.of();

	/**
	 * Return what {@link OwnThreads} used since the last call. What one did that has
	 * ended since is not known; what a new one did before counts.
	 * @return CPU time and bytes
	 */
	public synchronized Cost sinceLastCall() {
		Map<Long, Cost> now = new HashMap<>();
		LiveThreads.all()
			.filter((thread) -> OwnThreads.isOwn(thread.getName()))
			.forEach((thread) -> now.put(thread.getId(), costOf(thread.getId())));
		Cost since = Cost.NONE;
		for (Map.Entry<Long, Cost> entry : now.entrySet()) {
			since = since.plus(entry.getValue().minus(this.costByThread.getOrDefault(entry.getKey(), Cost.NONE)));
		}
		this.costByThread = now;
		return since;
	}

	// Both counters are negative where there is none, or the thread has just ended.
	private Cost costOf(long threadId) {
		boolean timed = this.threads.isThreadCpuTimeSupported() && this.threads.isThreadCpuTimeEnabled();
		long cpuNanos = timed ? this.threads.getThreadCpuTime(threadId) : 0;
		return new Cost(Math.max(0, cpuNanos), Math.max(0, this.threads.getThreadAllocatedBytes(threadId)));
	}

	/**
	 * What threads used.
	 *
	 * @param cpuNanos CPU time in nanoseconds, 0 where the JVM does not measure it
	 * @param allocatedBytes bytes they allocated
	 */
	public record Cost(long cpuNanos, long allocatedBytes) {

		static final Cost NONE = new Cost(0, 0);

		Cost plus(Cost other) {
			return new Cost(this.cpuNanos + other.cpuNanos, this.allocatedBytes + other.allocatedBytes);
		}

		Cost minus(Cost earlier) {
			return new Cost(Math.max(0, this.cpuNanos - earlier.cpuNanos),
					Math.max(0, this.allocatedBytes - earlier.allocatedBytes));
		}

	}

}
