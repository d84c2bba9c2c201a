package io.github.heapwise.memory;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import javax.management.JMException;
import javax.management.ObjectName;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JVM for its native memory, where it was started with tracking. That takes
 * milliseconds, so an answer is kept for 10 seconds. Thread-safe.
 */
final class NativeMemoryTracking {

	private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(10);

	private static final NativeMemory OFF = NativeMemory
		.unavailable("This JVM does not track its native memory. Start it with '-XX:NativeMemoryTracking=summary'"
				+ " to see it by category");

	private final Command summary;

	private final LongSupplier nanoTime;

	private final boolean on;

	private @Nullable NativeMemory last;

	private long lastNanos;

	NativeMemoryTracking() {
		this(isOn(), NativeMemoryTracking::askJvm, System::nanoTime);
	}

	NativeMemoryTracking(boolean on, Command summary, LongSupplier nanoTime) {
		this.on = on;
		this.summary = summary;
		this.nanoTime = nanoTime;
	}

	synchronized NativeMemory read() {
		if (!this.on) {
			return OFF;
		}
		long now = this.nanoTime.getAsLong();
		NativeMemory known = this.last;
		if (known == null || now - this.lastNanos >= KEPT_NANOS) {
			known = ask();
			this.last = known;
			this.lastNanos = now;
		}
		return known;
	}

	private NativeMemory ask() {
		try {
			return new NativeMemory(NativeMemorySummary.parse(this.summary.run()), null);
		}
		catch (JMException | RuntimeException ex) {
			return NativeMemory.unavailable("The JVM's answer about its native memory is not understood: "
					+ ((ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName()));
		}
	}

	private static boolean isOn() {
		HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		try {
			return options != null && !options.getVMOption("NativeMemoryTracking").getValue().equals("off");
		}
		catch (IllegalArgumentException ex) {
			// a JVM without the option tracks nothing
			return false;
		}
	}

	private static String askJvm() throws JMException {
		ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
		return (String) ManagementFactory.getPlatformMBeanServer()
			.invoke(commands, "vmNativeMemory", new Object[] { new String[] { "summary" } },
					new String[] { String[].class.getName() });
	}

	/**
	 * Asks for the summary.
	 */
	interface Command {

		String run() throws JMException;

	}

}
