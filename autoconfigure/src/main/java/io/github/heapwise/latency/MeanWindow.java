package io.github.heapwise.latency;

/**
 * Mean of what was added in the last second and in the last minutes. Thread-safe.
 */
final class MeanWindow {

	private final double[] sums = new double[LatencySettings.SLICES + 1];

	private final long[] counts = new long[this.sums.length];

	private int open;

	private double secondSum;

	private long secondCount;

	synchronized void add(double value) {
		this.sums[this.open] += value;
		this.counts[this.open]++;
		this.secondSum += value;
		this.secondCount++;
	}

	/**
	 * End a second.
	 * @return its mean, not a number where nothing was added
	 */
	synchronized double endSecond() {
		double mean = this.secondSum / this.secondCount;
		this.secondSum = 0;
		this.secondCount = 0;
		return mean;
	}

	synchronized void endSlices(int slices) {
		for (int i = 0; i < slices; i++) {
			this.open = (this.open + 1) % this.sums.length;
			this.sums[this.open] = 0;
			this.counts[this.open] = 0;
		}
	}

	/**
	 * Return the mean of the window.
	 * @return the mean, not a number where nothing was added
	 */
	synchronized double mean() {
		double sum = 0;
		for (double slice : this.sums) {
			sum += slice;
		}
		return sum / count();
	}

	/**
	 * Return how many values the window holds.
	 * @return their number
	 */
	synchronized long count() {
		long count = 0;
		for (long slice : this.counts) {
			count += slice;
		}
		return count;
	}

}
