package io.github.heapwise.route;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the current thread has used so far: exact to the byte on a platform thread
 * and unknown on a virtual one, where the JVM does not tell. Some 50 ns for bytes; a call
 * into the kernel for CPU time, some 100 ns to microseconds. No garbage.
 */
public final class ThreadClocks {

	static final long UNKNOWN = -1;

	private static final ThreadClocks NONE = new ThreadClocks(null);

	private final @Nullable ThreadMXBean bytes;

	private final @Nullable ThreadMXBean cpu;

	private ThreadClocks(@Nullable ThreadMXBean threads) {
		this.bytes = (threads != null && threads.isThreadAllocatedMemorySupported()) ? threads : null;
		this.cpu = (threads != null && threads.isCurrentThreadCpuTimeSupported()) ? threads : null;
	}

	/**
	 * Return the clocks of this JVM.
	 * @return clocks, which know nothing where this JVM does not tell
	 */
	public static ThreadClocks ofThisJvm() {
		return (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) ? new ThreadClocks(threads) : NONE;
	}

	/**
	 * Return clocks for threads that turn from one request to the next: they know
	 * nothing.
	 * @return clocks
	 */
	public static ThreadClocks none() {
		return NONE;
	}

	long allocatedBytes() {
		return (this.bytes != null) ? this.bytes.getCurrentThreadAllocatedBytes() : UNKNOWN;
	}

	/**
	 * Return the CPU time of the current thread, which must not be a virtual one.
	 * @return nanoseconds, {@link #UNKNOWN} where this JVM does not tell
	 */
	long cpuNanos() {
		return (this.cpu != null) ? this.cpu.getCurrentThreadCpuTime() : UNKNOWN;
	}

}
