package io.github.heapwise.gc;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The slope of a line through points of which some lie far off: the median of the slopes
 * between all pairs (Theil 1950, Sen 1968), with Sen's interval of 95 %. Quadratic in the
 * number of points.
 *
 * @param median the slope
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
record RobustSlope(double median, double low, double high) {

	private static final int MIN_POINTS = 12;

	private static final double NORMAL_QUANTILE = 1.96;

	/**
	 * Find the slope.
	 * @param x where the points are, ascending
	 * @param y their heights
	 * @return the slope, {@code null} for fewer than {@value #MIN_POINTS} points
	 */
	static @Nullable RobustSlope of(double[] x, double[] y) {
		int points = x.length;
		if (points < MIN_POINTS) {
			return null;
		}
		double[] slopes = slopes(x, y);
		double spread = NORMAL_QUANTILE * Math.sqrt(points * (points - 1.0) * (2.0 * points + 5) / 18);
		int low = (int) Math.floor((slopes.length - spread) / 2);
		int high = (int) Math.ceil((slopes.length + spread) / 2);
		double median = (slopes[(slopes.length - 1) / 2] + slopes[slopes.length / 2]) / 2;
		return new RobustSlope(median, slopes[Math.max(0, low)], slopes[Math.min(slopes.length - 1, high)]);
	}

	private static double[] slopes(double[] x, double[] y) {
		double[] slopes = new double[x.length * (x.length - 1) / 2];
		int count = 0;
		for (int i = 0; i < x.length; i++) {
			for (int j = i + 1; j < x.length; j++) {
				slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
			}
		}
		Arrays.sort(slopes);
		return slopes;
	}

}
