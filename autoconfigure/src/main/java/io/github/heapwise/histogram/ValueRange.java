package io.github.heapwise.histogram;

import java.util.concurrent.TimeUnit;

/**
 * What values a histogram tells apart, to 1 % of each.
 *
 * @param lowest values below are told apart by this much only
 * @param highest larger values count as this one, and are counted
 */
public record ValueRange(long lowest, long highest) {

	/**
	 * Times in nanoseconds, from a microsecond to an hour.
	 */
	public static final ValueRange NANOS = new ValueRange(TimeUnit.MICROSECONDS.toNanos(1), TimeUnit.HOURS.toNanos(1));

	/**
	 * Allocated bytes, from 64 to a tebibyte.
	 */
	public static final ValueRange BYTES = new ValueRange(64, 1L << 40);

}
