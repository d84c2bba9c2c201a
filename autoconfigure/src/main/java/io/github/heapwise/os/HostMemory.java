package io.github.heapwise.os;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Memory of the machine: from {@code /proc/meminfo}, which also tells what the kernel
 * could give up, and where there is none from the JVM. Thread-safe.
 */
final class HostMemory {

	private final @Nullable KernelFile memInfo;

	/**
	 * Find the memory of the machine.
	 * @param root where {@code /proc} lies
	 */
	HostMemory(Path root) {
		Path path = root.resolve("proc/meminfo");
		this.memInfo = Files.isReadable(path) ? new KernelFile(path) : null;
	}

	MemoryLimit read() {
		if (this.memInfo == null) {
			OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
			return new MemoryLimit(system.getTotalMemorySize(), LimitSource.HOST, system.getFreeMemorySize());
		}
		long[] numbers = this.memInfo.numbers("MemTotal", "MemAvailable");
		return new MemoryLimit(numbers[0], LimitSource.HOST, numbers[1]);
	}

}
