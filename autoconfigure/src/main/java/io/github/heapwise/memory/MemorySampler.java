package io.github.heapwise.memory;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;
import io.github.heapwise.memory.MemoryReader.SampledRates;

/**
 * Takes samples, with the rates between them.
 * <p>
 * Not thread-safe.
 */
final class MemorySampler {

	private static final double NANOS_PER_SECOND = 1e9;

	private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final MemoryReader reader;

	private final OverheadMeter overhead;

	private final Rate allocationRate = new Rate();

	private final Rate cpuRate = new Rate();

	MemorySampler(MemoryReader reader, OverheadMeter overhead) {
		this.reader = reader;
		this.overhead = overhead;
	}

	/**
	 * Begin the first interval.
	 * @param nanoTime time of the JVM's clock
	 */
	void begin(long nanoTime) {
		this.overhead.begin(nanoTime);
		rates(nanoTime);
	}

	/**
	 * End an interval and begin the next.
	 * @param epochMillis the time to put on the sample
	 * @param nanoTime time of the JVM's clock
	 * @return the sample
	 */
	MemorySample sample(long epochMillis, long nanoTime) {
		return this.reader.sample(epochMillis, rates(nanoTime));
	}

	private SampledRates rates(long nanoTime) {
		double allocated = this.allocationRate.perSecond(this.reader.allocatedBytes(), nanoTime);
		double cpuNanos = this.cpuRate.perSecond(this.system.getProcessCpuTime(), nanoTime);
		return new SampledRates(allocated, cpuNanos / NANOS_PER_SECOND, this.overhead.at(nanoTime));
	}

}
