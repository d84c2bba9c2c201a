package io.github.heapwise.diagnosis;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import io.github.heapwise.history.RowRange;
import io.github.heapwise.history.RowRing;

/**
 * The last readings of some numbers, with the time of each, in a fixed amount of memory.
 * Thread-safe.
 */
final class ReadingHistory {

	private final RowRing rows;

	/**
	 * Create an empty history.
	 * @param capacity how many readings are kept
	 * @param width how many numbers are read at a time
	 */
	ReadingHistory(int capacity, int width) {
		this.rows = new RowRing(capacity, 1 + width);
	}

	/**
	 * Add a reading.
	 * @param epochMillis when it was taken
	 * @param readings the number of each column, not a number where it is not known
	 */
	void add(long epochMillis, IntToDoubleFunction readings) {
		this.rows.add((column) -> (column == 0) ? epochMillis
				: Double.doubleToRawLongBits(readings.applyAsDouble(column - 1)));
	}

	/**
	 * Return what was read. Copies all that is kept.
	 * @param column which number
	 * @return its values, those that were not known left out
	 */
	Series series(int column) {
		RowRange range = this.rows.since(null);
		int size = range.values().length / range.width();
		long[] epochMillis = new long[size];
		double[] values = new double[size];
		int known = 0;
		for (int row = 0; row < size; row++) {
			double value = Double.longBitsToDouble(range.values()[row * range.width() + 1 + column]);
			if (!Double.isNaN(value)) {
				epochMillis[known] = range.values()[row * range.width()];
				values[known++] = value;
			}
		}
		return new Series(Arrays.copyOf(epochMillis, known), Arrays.copyOf(values, known));
	}

	long heapBytes() {
		return this.rows.heapBytes();
	}

}
