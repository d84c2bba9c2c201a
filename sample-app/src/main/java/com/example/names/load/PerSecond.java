package com.example.names.load;

import java.util.Arrays;

/**
 * One value for each second of a load. There are few, so its figures are exact.
 */
final class PerSecond {

	private final long[] sorted;

	PerSecond(long[] values) {
		this.sorted = values.clone();
		Arrays.sort(this.sorted);
	}

	/**
	 * The smallest value that at least that share of all values does not exceed.
	 * @param percent greater than 0, at most 100
	 * @return one of the values
	 */
	long percentile(double percent) {
		int rank = (int) Math.ceil(percent / 100 * this.sorted.length);
		return this.sorted[Math.max(rank, 1) - 1];
	}

	double mean() {
		return Arrays.stream(this.sorted).average().orElse(0);
	}

	double standardDeviation() {
		double mean = mean();
		double variance = Arrays.stream(this.sorted)
			.mapToDouble((value) -> Math.pow(value - mean, 2))
			.average()
			.orElse(0);
		return Math.sqrt(variance);
	}

	long min() {
		return this.sorted[0];
	}

}
