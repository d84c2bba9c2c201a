package io.github.heapwise.diagnosis.autoconfigure;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Path;
import java.time.Duration;

import io.github.heapwise.diagnosis.MachineFacts;
import io.github.heapwise.jvm.CollectorName;
import io.github.heapwise.jvm.HeapMaxima;
import io.github.heapwise.jvm.JvmLimits;
import io.github.heapwise.os.LimitSource;
import io.github.heapwise.os.MemoryLimit;
import io.github.heapwise.os.MemoryLimits;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is true of the process. Limits are read each time: some can be changed while
 * it runs.
 */
final class MachineReader {

	private final RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();

	private final String collector = CollectorName.ofThisJvm();

	private final JvmLimits jvm = JvmLimits.read();

	private final HeapMaxima heap = new HeapMaxima();

	private final MemoryLimits limits;

	/**
	 * Create a reader.
	 * @param root where {@code /proc} and {@code /sys} lie
	 */
	MachineReader(Path root) {
		this.limits = new MemoryLimits(root);
	}

	MachineFacts read() {
		MemoryLimit limit = this.limits.read();
		return new MachineFacts(Duration.ofMillis(this.runtime.getUptime()), this.collector,
				Runtime.getRuntime().availableProcessors(), positive(this.heap.heapBytes()), this.jvm.directBytes(),
				positive(limit.bytes()), limit.source() != LimitSource.HOST, this.jvm.stackBytes());
	}

	private static @Nullable Long positive(long bytes) {
		return (bytes > 0) ? bytes : null;
	}

}
