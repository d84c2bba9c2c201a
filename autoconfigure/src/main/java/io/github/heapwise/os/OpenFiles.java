package io.github.heapwise.os;

import java.lang.management.ManagementFactory;

import com.sun.management.UnixOperatingSystemMXBean;
import org.jspecify.annotations.Nullable;

/**
 * File descriptors of the process, sockets included. Thread-safe.
 */
public final class OpenFiles {

	private final @Nullable UnixOperatingSystemMXBean system;

	public OpenFiles() {
		this(ManagementFactory.getOperatingSystemMXBean());
	}

	/**
	 * Ask a bean, if it knows.
	 * @param bean bean of the operating system, which on Windows knows nothing of
	 * descriptors
	 */
	OpenFiles(Object bean) {
		this.system = (bean instanceof UnixOperatingSystemMXBean unix) ? unix : null;
	}

	/**
	 * Count those that are open. The kernel lists them one by one: some 10 microseconds
	 * and one more for every three.
	 * @return their number, {@link KernelFile#UNKNOWN} where it is not known
	 */
	public long count() {
		return (this.system != null) ? Math.max(KernelFile.UNKNOWN, this.system.getOpenFileDescriptorCount())
				: KernelFile.UNKNOWN;
	}

	/**
	 * Return how many may be open.
	 * @return their number, {@link KernelFile#UNKNOWN} where it is not known
	 */
	public long limit() {
		long limit = (this.system != null) ? this.system.getMaxFileDescriptorCount() : KernelFile.UNKNOWN;
		return (limit > 0) ? limit : KernelFile.UNKNOWN;
	}

}
