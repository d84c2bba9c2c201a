package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures the CPU time that the given threads use.
 */
public final class CpuClock {

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final Map<Long, Long> lastNanosById = new HashMap<>();

	/**
	 * Return the CPU time since the last call.
	 * @param threadIds ids of the threads; what a new one used before counts too
	 * @return nanoseconds, 0 where the JVM does not measure it
	 */
	public long nanosSinceLastCall(long... threadIds) {
		if (!this.threads.isThreadCpuTimeSupported() || !this.threads.isThreadCpuTimeEnabled()) {
			return 0;
		}
		this.lastNanosById.keySet().retainAll(Arrays.stream(threadIds).boxed().toList());
		long since = 0;
		for (long id : threadIds) {
			long nanos = (id > 0) ? this.threads.getThreadCpuTime(id) : -1;
			if (nanos >= 0) {
				Long last = this.lastNanosById.put(id, nanos);
				since += nanos - ((last != null) ? last : 0);
			}
		}
		return since;
	}

}
