package com.example.names.load;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Counts what this process has allocated.
 * <p>
 * Safe for concurrent use; a reading costs some microseconds.
 */
final class AllocationCounter {

	private final @Nullable ThreadMXBean threads = threads();

	/**
	 * Everything allocated so far, to the byte where the JVM counts ended threads too.
	 * Others answer the sum over the threads alive.
	 * @return the count, or {@link AllocatedBytes#UNKNOWN}
	 */
	AllocatedBytes process() {
		if (this.threads == null) {
			return AllocatedBytes.UNKNOWN;
		}
		try {
			// In the interface since 21, and in late updates of 17.
			Object total = ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(this.threads);
			return new AllocatedBytes((long) total, true);
		}
		catch (ReflectiveOperationException ex) {
			return new AllocatedBytes(sum(this.threads, this.threads.getAllThreadIds()), false);
		}
	}

	/**
	 * What the live threads of the calling thread's group have allocated.
	 * @return the count in bytes, 0 if it is unknown
	 */
	long threadGroup() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		Thread[] members = new Thread[group.activeCount() * 2];
		int count = group.enumerate(members);
		long[] ids = Arrays.stream(members, 0, count).mapToLong(Thread::getId).toArray();
		return (this.threads != null) ? sum(this.threads, ids) : 0;
	}

	private static long sum(ThreadMXBean threads, long[] ids) {
		return Arrays.stream(threads.getThreadAllocatedBytes(ids)).filter((bytes) -> bytes > 0).sum();
	}

	private static @Nullable ThreadMXBean threads() {
		if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
				&& threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled()) {
			return threads;
		}
		return null;
	}

}
