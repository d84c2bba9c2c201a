package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM may take beside its heap.
 *
 * @param directBytes what direct buffers may hold together, {@code null} where it is not
 * known
 * @param stackBytes what the stack of a thread may take
 */
public record JvmLimits(@Nullable Long directBytes, long stackBytes) {

	// what all but Windows and some 32-bit systems use
	private static final long DEFAULT_STACK_BYTES = 1 << 20;

	/**
	 * Read the limits, which do not change as long as the JVM runs.
	 * @return the limits
	 */
	public static JvmLimits read() {
		HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		return of(number(options, "MaxDirectMemorySize"), number(options, "ThreadStackSize"),
				Runtime.getRuntime().maxMemory());
	}

	/**
	 * Work out the limits. The JVM says 0 where it uses its default: as much for direct
	 * buffers as for the heap.
	 * @param directBytes option of the JVM
	 * @param stackKilobytes option of the JVM
	 * @param heapMaxBytes what the heap may take
	 * @return the limits
	 */
	static JvmLimits of(@Nullable Long directBytes, @Nullable Long stackKilobytes, long heapMaxBytes) {
		boolean asHeap = directBytes != null && directBytes == 0;
		return new JvmLimits(asHeap ? Long.valueOf(heapMaxBytes) : directBytes,
				(stackKilobytes != null && stackKilobytes > 0) ? stackKilobytes << 10 : DEFAULT_STACK_BYTES);
	}

	private static @Nullable Long number(@Nullable HotSpotDiagnosticMXBean options, String name) {
		try {
			return (options != null) ? Long.valueOf(options.getVMOption(name).getValue()) : null;
		}
		catch (IllegalArgumentException ex) {
			// Another JVM than HotSpot does not know the option.
			return null;
		}
	}

}
