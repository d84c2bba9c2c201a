package io.github.heapwise.allocation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Results of repetitions, in ascending order.
 *
 * @param sorted the results
 */
record Spread(double[] sorted) {

	static Spread of(int repetitions, IntToDoubleFunction repetition) {
		return of(IntStream.range(0, repetitions).mapToDouble(repetition).toArray());
	}

	static Spread of(double[] results) {
		double[] sorted = results.clone();
		Arrays.sort(sorted);
		return new Spread(sorted);
	}

	double median() {
		return quantile(0.5);
	}

	double p90() {
		return quantile(0.9);
	}

	double quantile(double ratio) {
		return this.sorted[(int) Math.ceil(ratio * this.sorted.length) - 1];
	}

}
