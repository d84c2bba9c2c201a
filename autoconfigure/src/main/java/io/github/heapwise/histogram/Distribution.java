package io.github.heapwise.histogram;

import org.HdrHistogram.IntCountsHistogram;

/**
 * What was recorded, in figures. All are 0 where nothing was.
 *
 * @param count how many values
 * @param min smallest value, exact
 * @param max largest value, exact
 * @param mean mean, exact
 * @param stddev standard deviation, within 1 % of the largest value
 * @param total sum of all values, exact
 * @param p50 median; percentiles are within 0.5 % of a value that was recorded
 * @param p75 75th percentile
 * @param p90 90th percentile
 * @param p975 97.5th percentile
 * @param p99 99th percentile
 * @param p999 99.9th percentile
 * @param exceeds how many values were larger than the histogram can tell
 */
public record Distribution(long count, long min, long max, double mean, double stddev, long total, long p50, long p75,
		long p90, long p975, long p99, long p999, long exceeds) {

	/**
	 * Nothing was recorded.
	 */
	public static final Distribution EMPTY = new Distribution(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

	static Distribution of(IntCountsHistogram histogram, ExactFigures exact) {
		if (exact.count() == 0) {
			return EMPTY;
		}
		return new Distribution(exact.count(), exact.min(), exact.max(), (double) exact.total() / exact.count(),
				histogram.getStdDeviation(), exact.total(), percentile(histogram, exact, 50),
				percentile(histogram, exact, 75), percentile(histogram, exact, 90), percentile(histogram, exact, 97.5),
				percentile(histogram, exact, 99), percentile(histogram, exact, 99.9), exact.exceeds());
	}

	// HdrHistogram answers the upper end of a bucket; its middle is half as wrong.
	private static long percentile(IntCountsHistogram histogram, ExactFigures exact, double percentile) {
		long value = histogram.medianEquivalentValue(histogram.getValueAtPercentile(percentile));
		return Math.max(exact.min(), Math.min(exact.max(), value));
	}

}
