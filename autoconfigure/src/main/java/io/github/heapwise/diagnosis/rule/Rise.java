package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Tells what grows without end from what grows until it has what it needs, such as a pool
 * or a cache. Of each point counts what was not gone later. Three thirds of the time must
 * each bring their part: what levels off brings most at first.
 *
 * @param span the time observed
 * @param amount by how much it grew
 * @param steady whether it grew all along
 * @param last what it is now
 * @param series how it moved
 */
record Rise(TimeSpan span, double amount, boolean steady, double last, Series series) {

	/** Points that it takes at least. */
	static final int MIN_POINTS = 9;

	private static final double MIN_SHARE_OF_THIRD = 1 / 6.0;

	/**
	 * Measure a whole series.
	 * @param series what was measured
	 * @return how it grew, {@code null} for fewer than {@value #MIN_POINTS} points
	 */
	static @Nullable Rise of(Series series) {
		int size = series.size();
		if (size < MIN_POINTS) {
			return null;
		}
		double[] floor = floor(series);
		int end = end(size);
		double first = floor[end / 3] - floor[0];
		double second = floor[2 * end / 3] - floor[end / 3];
		double third = floor[end] - floor[2 * end / 3];
		double amount = first + second + third;
		boolean steady = amount > 0 && Math.min(first, Math.min(second, third)) >= MIN_SHARE_OF_THIRD * amount;
		return new Rise(new TimeSpan(time(series, 0), time(series, size - 1)), amount, steady, series.last(), series);
	}

	double perMinute() {
		Duration grown = Duration.between(time(this.series, 0), time(this.series, end(this.series.size())));
		return this.amount / Math.max(1, grown.toSeconds()) * Duration.ofMinutes(1).toSeconds();
	}

	// The last points have little after them: one that is high may be gone next time.
	private static int end(int size) {
		return size - 1 - Math.max(1, size / 10);
	}

	private static double[] floor(Series series) {
		double[] floor = new double[series.size()];
		double least = Double.MAX_VALUE;
		for (int i = floor.length - 1; i >= 0; i--) {
			least = Math.min(least, series.value(i));
			floor[i] = least;
		}
		return floor;
	}

	private static Instant time(Series series, int index) {
		return Instant.ofEpochMilli(series.epochMillis(index));
	}

}
