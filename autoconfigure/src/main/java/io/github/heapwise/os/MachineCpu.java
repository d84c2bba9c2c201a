package io.github.heapwise.os;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;
import org.jspecify.annotations.Nullable;

/**
 * How busy all processors are that the process may use, whoever uses them: those of the
 * container where it has a limit, as the JVM counts them. May be used from any thread.
 */
public final class MachineCpu {

	private final @Nullable OperatingSystemMXBean system = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	/**
	 * Return how busy they were since anybody in the process last asked. Some 50
	 * microseconds.
	 * @return a ratio of all from 0 to 1, not a number where it is not known
	 */
	public double ratioSinceLastCall() {
		double load = (this.system != null) ? this.system.getCpuLoad() : -1;
		return (load >= 0) ? Math.min(1, load) : Double.NaN;
	}

}
