package io.github.heapwise.histogram;

import java.time.Duration;
import java.time.Instant;

/**
 * Some of the slices that a window is made of, counted back from the one that is written,
 * which is number 0.
 *
 * @param newest number of the last of them
 * @param oldest number of the first of them, not less
 */
public record SliceRange(int newest, int oldest) {

	/**
	 * All there are.
	 */
	public static final SliceRange ALL = new SliceRange(0, Integer.MAX_VALUE);

	/**
	 * Choose the slices whose middle lies in a span, or the one in which its middle lies
	 * if there are none. Slices begin at marks of the clock.
	 * @param from start of the span
	 * @param to end of the span
	 * @param slice length of a slice
	 * @param now the time
	 * @return the slices
	 */
	public static SliceRange nearest(Instant from, Instant to, Duration slice, Instant now) {
		long millis = Math.max(1, slice.toMillis());
		long first = Math.floorDiv(from.toEpochMilli() - millis / 2 + millis - 1, millis);
		long last = Math.floorDiv(to.toEpochMilli() - millis / 2, millis);
		if (first > last) {
			first = Math.floorDiv((from.toEpochMilli() + to.toEpochMilli()) / 2, millis);
			last = first;
		}
		long current = Math.floorDiv(now.toEpochMilli(), millis);
		int newest = number(current - last);
		return new SliceRange(newest, Math.max(newest, number(current - first)));
	}

	public boolean contains(long number) {
		return number >= this.newest && number <= this.oldest;
	}

	private static int number(long slicesAgo) {
		return (int) Math.max(0, Math.min(Integer.MAX_VALUE, slicesAgo));
	}

}
