package io.github.heapwise.gc;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * How what survives collections has grown in the last half hour.
 * <p>
 * Collections of the young generation leave garbage in the old one, so what they leave
 * rises like a saw tooth. Of each ten seconds the least is taken, and of that what was
 * not gone later: a floor that garbage which is collected in the end cannot raise.
 * Thread-safe, 4 KB; the slope is computed once in ten seconds, in about a millisecond.
 */
final class LiveTrend {

	static final long HEAP_BYTES = 4096;

	private static final long SLICE_MILLIS = 10_000;

	private static final int SLICES = 180;

	private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

	private static final int ENOUGH_CLEANINGS = 3;

	// not -1: in the first half hour, slices before the start are looked at too
	private static final long NONE = Long.MIN_VALUE;

	private final long[] floorBytes = new long[SLICES];

	private final boolean[] cleaned = new boolean[SLICES];

	private final long[] sliceNumbers = new long[SLICES];

	private long latest = Long.MIN_VALUE;

	private @Nullable Known known;

	LiveTrend() {
		Arrays.fill(this.sliceNumbers, NONE);
	}

	/**
	 * Add a collection.
	 * @param uptimeMillis when it ended; a time before the latest counts as the latest
	 * @param liveBytes what it left
	 * @param cleanedOld whether garbage had been taken out of the old generation then,
	 * once for each time
	 */
	synchronized void add(long uptimeMillis, long liveBytes, boolean cleanedOld) {
		long number = Math.max(this.latest, uptimeMillis / SLICE_MILLIS);
		int slot = (int) Math.floorMod(number, (long) SLICES);
		boolean fresh = this.sliceNumbers[slot] != number;
		this.floorBytes[slot] = fresh ? liveBytes : Math.min(this.floorBytes[slot], liveBytes);
		this.cleaned[slot] = cleanedOld || (!fresh && this.cleaned[slot]);
		this.sliceNumbers[slot] = number;
		if (number != this.latest) {
			this.latest = number;
			this.known = null;
		}
	}

	synchronized GcTrend get() {
		return known().trend();
	}

	/**
	 * Return what the trend rests on.
	 * @param originMillis milliseconds since 1970 at which the time of collections begins
	 * @return the floor
	 */
	synchronized LiveFloor floor(long originMillis) {
		int[] slots = known().slots();
		long[] epochMillis = Arrays.stream(slots)
			.mapToLong((slot) -> originMillis + this.sliceNumbers[slot] * SLICE_MILLIS + SLICE_MILLIS / 2)
			.toArray();
		return new LiveFloor(epochMillis, floor(slots));
	}

	private Known known() {
		if (this.known == null) {
			this.known = compute();
		}
		return this.known;
	}

	private Known compute() {
		int[] slots = slots();
		// What came after the last cleaning may all be garbage.
		int[] judged = Arrays.copyOf(slots, lastCleaned(slots) + 1);
		RobustSlope slope = slope(judged);
		if (slope != null) {
			return new Known(GcTrend.of(slope, cleanings(judged) >= ENOUGH_CLEANINGS), judged);
		}
		RobustSlope rise = slope(slots);
		return new Known((rise != null) ? GcTrend.of(rise, false) : GcTrend.unknown(), slots);
	}

	private @Nullable RobustSlope slope(int[] slots) {
		double[] hours = Arrays.stream(slots)
			.mapToDouble((slot) -> (this.sliceNumbers[slot] - this.latest) * SLICE_MILLIS / MILLIS_PER_HOUR)
			.toArray();
		return RobustSlope.of(hours, floor(slots));
	}

	private int lastCleaned(int[] slots) {
		int last = slots.length - 1;
		while (last >= 0 && !this.cleaned[slots[last]]) {
			last--;
		}
		return last;
	}

	private long cleanings(int[] slots) {
		return Arrays.stream(slots).filter((slot) -> this.cleaned[slot]).count();
	}

	// Slices of the last half hour with a collection, the oldest first.
	private int[] slots() {
		long first = this.latest - SLICES + 1;
		return LongStream.rangeClosed(first, this.latest)
			.filter((number) -> this.sliceNumbers[(int) Math.floorMod(number, (long) SLICES)] == number)
			.mapToInt((number) -> (int) Math.floorMod(number, (long) SLICES))
			.toArray();
	}

	private double[] floor(int[] slots) {
		double[] floor = new double[slots.length];
		double least = Double.MAX_VALUE;
		for (int i = slots.length - 1; i >= 0; i--) {
			least = Math.min(least, this.floorBytes[slots[i]]);
			floor[i] = least;
		}
		return floor;
	}

	/**
	 * What was computed.
	 *
	 * @param trend the trend
	 * @param slots the slices it rests on, the oldest first
	 */
	private record Known(GcTrend trend, int[] slots) {

	}

}
