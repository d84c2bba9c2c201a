package io.github.heapwise.diagnosis;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Finds the part of a window in which the application worked: the longest time in which a
 * series stays above a quarter of what it reaches, short gaps included, without the
 * seconds in which it rises and falls.
 */
public final class LoadInterval {

	private static final double BUSY_RATIO = 0.25;

	private static final double HIGH_QUANTILE = 0.9;

	private static final long MAX_GAP_MILLIS = 5_000;

	private static final long EDGE_MILLIS = 2_000;

	private static final long MIN_MILLIS = 10_000;

	private LoadInterval() {
	}

	/**
	 * Find it.
	 * @param activity what shows how busy the application is, such as requests per second
	 * @param least what it takes at least to be load
	 * @return the span, {@code null} if there is none of ten seconds
	 */
	public static @Nullable TimeSpan find(Series activity, double least) {
		double busy = Math.max(least, BUSY_RATIO * activity.quantile(HIGH_QUANTILE));
		TimeSpan longest = null;
		long from = -1;
		long last = -1;
		for (int i = 0; i < activity.size(); i++) {
			long time = activity.epochMillis(i);
			if (activity.value(i) >= busy) {
				from = (from < 0 || time - last > MAX_GAP_MILLIS) ? time : from;
				last = time;
				longest = longer(longest, from, last);
			}
		}
		return (longest != null && longest.length().toMillis() >= MIN_MILLIS + 2 * EDGE_MILLIS) ? trimmed(longest)
				: null;
	}

	private static TimeSpan longer(@Nullable TimeSpan longest, long from, long to) {
		return (longest == null || to - from > longest.length().toMillis())
				? new TimeSpan(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)) : longest;
	}

	private static TimeSpan trimmed(TimeSpan span) {
		return new TimeSpan(span.from().plusMillis(EDGE_MILLIS), span.to().minusMillis(EDGE_MILLIS));
	}

}
