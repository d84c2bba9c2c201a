package io.github.heapwise.memory;

import io.github.heapwise.os.KernelFile;

/**
 * Makes a rate of a counter that only grows.
 * <p>
 * Not thread-safe.
 */
final class Rate {

	private static final double NANOS_PER_SECOND = 1e9;

	private long lastCount = KernelFile.UNKNOWN;

	private long lastNanos;

	/**
	 * Count on.
	 * @param count the counter now, negative where it is unknown
	 * @param nanoTime time of the JVM's clock
	 * @return how much it grew a second since the last call, not a number at the first
	 * and where either is unknown
	 */
	double perSecond(long count, long nanoTime) {
		boolean known = count >= 0 && this.lastCount >= 0 && nanoTime - this.lastNanos > 0;
		double rate = known ? Math.max(0, count - this.lastCount) * NANOS_PER_SECOND / (nanoTime - this.lastNanos)
				: Double.NaN;
		this.lastCount = count;
		this.lastNanos = nanoTime;
		return rate;
	}

}
