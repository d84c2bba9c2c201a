package io.github.heapwise.history;

import java.util.function.IntToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * The last rows of equal length, in one array of a fixed size. Thread-safe.
 * <p>
 * Rows are numbered in the order they came, whatever the clock said, so that a clock that
 * is set back loses none.
 */
public final class RowRing {

	private final int capacity;

	private final int width;

	private final long[] values;

	private long next;

	/**
	 * Create an empty ring.
	 * @param capacity how many rows are kept, at least one
	 * @param width how many values a row has
	 */
	public RowRing(int capacity, int width) {
		this.capacity = capacity;
		this.width = width;
		this.values = new long[capacity * width];
	}

	/**
	 * Add a row, in place of the oldest where there is no room.
	 * @param row value of each column, by its index
	 */
	public synchronized void add(IntToLongFunction row) {
		int offset = offset(this.next);
		for (int column = 0; column < this.width; column++) {
			this.values[offset + column] = row.applyAsLong(column);
		}
		this.next++;
	}

	/**
	 * Return the rows from one on. Copies what is asked for, 100 KB in some 10 us.
	 * @param since number of the first row; {@code null}, or one that does not exist yet
	 * because the application was restarted, for all that are kept
	 * @return the rows and what to ask for next time
	 */
	public RowRange since(@Nullable Long since) {
		long[] copy;
		long from;
		long to;
		synchronized (this) {
			to = this.next;
			long oldest = Math.max(0, to - this.capacity);
			from = (since == null || since > to) ? oldest : Math.max(oldest, since);
			copy = copy(from, to);
		}
		long missed = (since == null || since > to) ? 0 : from - since;
		return new RowRange(to, missed, this.width, copy);
	}

	/**
	 * Return the number of the row that comes next.
	 * @return its number, 0 for the first
	 */
	public synchronized long next() {
		return this.next;
	}

	/**
	 * Return what the rows take, used or not.
	 * @return bytes
	 */
	public long heapBytes() {
		return (long) Long.BYTES * this.values.length;
	}

	private long[] copy(long from, long to) {
		long[] copy = new long[(int) (to - from) * this.width];
		int rowsToEnd = (int) Math.min(to - from, this.capacity - from % this.capacity);
		int length = rowsToEnd * this.width;
		System.arraycopy(this.values, offset(from), copy, 0, length);
		System.arraycopy(this.values, 0, copy, length, copy.length - length);
		return copy;
	}

	private int offset(long sequence) {
		return (int) (sequence % this.capacity) * this.width;
	}

}
