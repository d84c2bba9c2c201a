package io.github.heapwise.diagnosis;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

import io.github.heapwise.os.OpenFiles;

/**
 * Reads what moves slowly: some 10 microseconds, and a third of one more for each open
 * file. May be used from any thread.
 */
final class SlowReadings {

	static final List<Reading> ORDER = Arrays.stream(Reading.values()).filter((reading) -> !reading.isFast()).toList();

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();

	private final List<BufferPoolMXBean> buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);

	private final List<MemoryPoolMXBean> metaspace = ManagementFactory.getMemoryPoolMXBeans()
		.stream()
		.filter((pool) -> pool.getName().equals("Metaspace"))
		.toList();

	private final OpenFiles files;

	SlowReadings(OpenFiles files) {
		this.files = files;
	}

	/**
	 * Read all.
	 * @return the numbers in the {@link #ORDER order}, not a number for each that is not
	 * known
	 */
	double[] read() {
		double openFiles = known(this.files.count());
		return new double[] { this.threads.getThreadCount(), bufferBytes("direct"), bufferBytes("mapped"),
				metaspaceBytes(), this.classes.getLoadedClassCount(), openFiles,
				openFiles / known(this.files.limit()) };
	}

	private double bufferBytes(String pool) {
		return this.buffers.stream()
			.filter((bean) -> bean.getName().equals(pool))
			.mapToDouble((bean) -> known(bean.getMemoryUsed()))
			.findFirst()
			.orElse(Double.NaN);
	}

	// The pool of all classes: that of compressed ones is a part of it.
	private double metaspaceBytes() {
		return this.metaspace.stream().mapToDouble((pool) -> pool.getUsage().getUsed()).findFirst().orElse(Double.NaN);
	}

	private static double known(long number) {
		return (number >= 0) ? number : Double.NaN;
	}

}
