package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * What all threads of this JVM allocated since it started, ended and virtual ones
 * included. The JVM adds up the counters of all live threads, some microseconds; may be
 * used from any thread.
 */
public final class TotalAllocatedBytes {

	/**
	 * What is read where this JVM does not tell.
	 */
	public static final long UNKNOWN = -1;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final @Nullable Method method = find();

	/**
	 * Read the counter.
	 * @return bytes that only grow, {@link #UNKNOWN} where this JVM does not tell
	 */
	public long read() {
		try {
			return (this.method != null) ? (long) this.method.invoke(this.threads) : UNKNOWN;
		}
		catch (ReflectiveOperationException ex) {
			return UNKNOWN;
		}
	}

	// In the API since 21 and in late updates of 17.
	private static @Nullable Method find() {
		try {
			return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
		}
		catch (NoSuchMethodException ex) {
			return null;
		}
	}

}
