package io.github.heapwise.latency;

import java.util.stream.IntStream;

import io.github.heapwise.histogram.SliceRange;

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
	 * Return the mean of some slices.
	 * @param slices which slices
	 * @return the mean, not a number where nothing was added
	 */
	synchronized double mean(SliceRange slices) {
		return indexes(slices).mapToDouble((index) -> this.sums[index]).sum() / count(slices);
	}

	/**
	 * Return how many values some slices hold.
	 * @param slices which slices
	 * @return their number
	 */
	synchronized long count(SliceRange slices) {
		return indexes(slices).mapToLong((index) -> this.counts[index]).sum();
	}

	private IntStream indexes(SliceRange slices) {
		int length = this.sums.length;
		return IntStream.range(0, length)
			.filter(slices::contains)
			.map((number) -> Math.floorMod(this.open - number, length));
	}

}
