package io.github.heapwise.allocation;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * An estimate with its 95 % interval.
 *
 * @param value the estimate
 * @param low lower end
 * @param high upper end
 */
record Interval(double value, double low, double high) {

	private static final int RESAMPLES = 2000;

	/**
	 * Estimate from repetitions by bootstrap: as many blocks of neighbours are drawn with
	 * replacement, so that what drifts slowly widens the interval.
	 * @param repetitions results in the order they were measured, columns measured
	 * together
	 * @param blockLength neighbours drawn together
	 * @param statistic what is estimated from rows
	 * @return the estimate
	 */
	static Interval bootstrap(double[][] repetitions, int blockLength, ToDoubleFunction<double[][]> statistic) {
		SplittableRandom random = new SplittableRandom(1);
		Spread resampled = Spread.of(RESAMPLES, (i) -> {
			double[][] drawn = new double[repetitions.length][];
			for (int row = 0; row < drawn.length;) {
				int start = random.nextInt(repetitions.length);
				for (int offset = 0; offset < blockLength && row < drawn.length; offset++) {
					drawn[row++] = repetitions[(start + offset) % repetitions.length];
				}
			}
			return statistic.applyAsDouble(drawn);
		});
		return new Interval(statistic.applyAsDouble(repetitions), resampled.quantile(0.025), resampled.quantile(0.975));
	}

	static double median(double[][] rows, ToDoubleFunction<double[]> value) {
		double[] values = new double[rows.length];
		for (int i = 0; i < rows.length; i++) {
			values[i] = value.applyAsDouble(rows[i]);
		}
		return Spread.of(values).median();
	}

	static double mean(double[][] rows, ToDoubleFunction<double[]> value) {
		double sum = 0;
		for (double[] row : rows) {
			sum += value.applyAsDouble(row);
		}
		return sum / rows.length;
	}

	Interval times(double factor) {
		return new Interval(factor * this.value, factor * this.low, factor * this.high);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.3g [%.3g, %.3g]", this.value, this.low, this.high);
	}

}
