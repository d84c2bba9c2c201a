package io.github.heapwise.diagnosis;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.jvm.CollectorThreads;
import io.github.heapwise.os.CpuThrottling;
import io.github.heapwise.os.IdleProcessors;
import io.github.heapwise.os.NativeThreads;

/**
 * Reads who takes and who denies CPU time.
 * <p>
 * Not thread-safe.
 */
final class FastReadings {

	static final List<Reading> ORDER = Arrays.stream(Reading.values()).filter(Reading::isFast).toList();

	private final NativeThreads collector;

	private final CpuThrottling throttling;

	private final IdleProcessors idle;

	private long lastNanoTime;

	/**
	 * Begin the first interval.
	 * @param root where {@code /proc} and {@code /sys} lie
	 * @param nanoTime time of the JVM's clock
	 */
	FastReadings(Path root, long nanoTime) {
		this.collector = new NativeThreads(root, CollectorThreads::isCollector);
		this.throttling = new CpuThrottling(root);
		this.idle = new IdleProcessors(root);
		this.lastNanoTime = nanoTime;
	}

	/**
	 * End an interval and begin the next: some 15 microseconds for each thread of the
	 * collector, and 40.
	 * @param nanoTime time of the JVM's clock
	 * @return the numbers in the {@link #ORDER order}, not a number for each that is not
	 * known
	 */
	double[] read(long nanoTime) {
		long nanos = Math.max(1, nanoTime - this.lastNanoTime);
		this.lastNanoTime = nanoTime;
		long cpuNanos = this.collector.nanosSinceLastCall();
		return new double[] { (cpuNanos >= 0) ? cpuNanos / (double) nanos : Double.NaN,
				this.throttling.ratioSinceLastCall(),
				this.idle.secondsSinceLastCall() * TimeUnit.SECONDS.toNanos(1) / nanos };
	}

	/**
	 * Look for threads that the collector has started since.
	 */
	void lookForThreads() {
		this.collector.look();
	}

}
