package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Measures the CPU time that the given threads use.
 */
public final class CpuClock {

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private long lastNanos;

	/**
	 * Return the CPU time since the last call.
	 * @param threadIds ids of the threads; what a new one used before counts too
	 * @return nanoseconds, 0 where the JVM does not measure it
	 */
	public long nanosSinceLastCall(long... threadIds) {
		if (!this.threads.isThreadCpuTimeSupported() || !this.threads.isThreadCpuTimeEnabled()) {
			return 0;
		}
		long nanos = 0;
		for (long id : threadIds) {
			nanos += (id > 0) ? Math.max(0, this.threads.getThreadCpuTime(id)) : 0;
		}
		long since = Math.max(0, nanos - this.lastNanos);
		this.lastNanos = nanos;
		return since;
	}

}
