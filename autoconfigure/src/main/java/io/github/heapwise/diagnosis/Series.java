package io.github.heapwise.diagnosis;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A number as it was measured over time, for judging and for drawing. Immutable; what
 * could not be measured is not in it.
 */
public final class Series {

	/**
	 * Nothing was measured.
	 */
	public static final Series EMPTY = new Series(new long[0], new double[0]);

	private final long[] epochMillis;

	private final double[] values;

	/**
	 * Create a series.
	 * @param epochMillis when it was measured, ascending
	 * @param values what was measured, as many
	 */
	public Series(long[] epochMillis, double[] values) {
		if (epochMillis.length != values.length) {
			throw new IllegalArgumentException(
					"'values' must be %d as the times but were %d".formatted(epochMillis.length, values.length));
		}
		this.epochMillis = epochMillis.clone();
		this.values = values.clone();
	}

	public int size() {
		return this.values.length;
	}

	public boolean isEmpty() {
		return this.values.length == 0;
	}

	/**
	 * Return when a value was measured.
	 * @param index which one, from 0 on
	 * @return milliseconds since 1970
	 */
	public long epochMillis(int index) {
		return this.epochMillis[index];
	}

	public double value(int index) {
		return this.values[index];
	}

	public DoubleStream values() {
		return Arrays.stream(this.values);
	}

	/**
	 * Return the last value.
	 * @return the value, not a number if there is none
	 */
	public double last() {
		return isEmpty() ? Double.NaN : this.values[this.values.length - 1];
	}

	/**
	 * Return the largest value.
	 * @return the value, not a number if there is none
	 */
	public double max() {
		return values().max().orElse(Double.NaN);
	}

	public double mean() {
		return values().average().orElse(Double.NaN);
	}

	/**
	 * Return the same in another quantity.
	 * @param conversion makes it of each value
	 * @return as many values
	 */
	public Series map(DoubleUnaryOperator conversion) {
		return new Series(this.epochMillis, values().map(conversion).toArray());
	}

	/**
	 * Return the value that a share of all values does not exceed.
	 * @param share the share, from 0 to 1
	 * @return the value, not a number if there is none
	 */
	public double quantile(double share) {
		double[] sorted = values().sorted().toArray();
		return (sorted.length > 0) ? sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] : Double.NaN;
	}

	/**
	 * Return the part that was measured within a span.
	 * @param span the span
	 * @return that part
	 */
	public Series within(TimeSpan span) {
		int from = indexFrom(span.from().toEpochMilli());
		int to = Math.max(from, indexFrom(span.to().toEpochMilli() + 1));
		return new Series(Arrays.copyOfRange(this.epochMillis, from, to), Arrays.copyOfRange(this.values, from, to));
	}

	/**
	 * Return what can be drawn of it.
	 * @return the part that is finite
	 */
	public Series finite() {
		return at(IntStream.range(0, size()).filter((i) -> Double.isFinite(this.values[i])).toArray());
	}

	/**
	 * Return a series of fewer points that looks the same when it is drawn: the least and
	 * the largest value of each stretch stay.
	 * @param points how many points to keep at most, at least 2
	 * @return this if it has no more
	 */
	public Series outline(int points) {
		if (size() <= points) {
			return this;
		}
		int slices = points / 2;
		int[] kept = IntStream.range(0, slices)
			.flatMap(
					(slice) -> extremes((int) ((long) slice * size() / slices), (int) ((slice + 1L) * size() / slices)))
			.toArray();
		return at(kept);
	}

	private IntStream extremes(int from, int to) {
		int least = from;
		int largest = from;
		for (int i = from + 1; i < to; i++) {
			least = (this.values[i] < this.values[least]) ? i : least;
			largest = (this.values[i] > this.values[largest]) ? i : largest;
		}
		return IntStream.of(Math.min(least, largest), Math.max(least, largest)).distinct();
	}

	// Of the first value at that time or later. Rules ask for many parts.
	private int indexFrom(long millis) {
		int found = Arrays.binarySearch(this.epochMillis, millis);
		while (found > 0 && this.epochMillis[found - 1] == millis) {
			found--;
		}
		return (found >= 0) ? found : -found - 1;
	}

	private Series at(int[] indexes) {
		return new Series(Arrays.stream(indexes).mapToLong((i) -> this.epochMillis[i]).toArray(),
				Arrays.stream(indexes).mapToDouble((i) -> this.values[i]).toArray());
	}

}
