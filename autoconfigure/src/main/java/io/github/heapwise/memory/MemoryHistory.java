package io.github.heapwise.memory;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What the process held in the last minutes: a ring of rows of equal length in one array.
 * Its size is fixed, at most 880 KB. Thread-safe.
 * <p>
 * Rows are numbered in the order they came, whatever the clock said, so that a clock that
 * is set back loses none.
 */
public final class MemoryHistory {

	/**
	 * How many rows there can be at most.
	 */
	public static final int MAX_ROWS = 10_000;

	private static final HistoryColumn[] COLUMNS = HistoryColumn.values();

	private final Duration interval;

	private final int capacity;

	private final long[] values;

	private long next;

	/**
	 * Create an empty history.
	 * @param interval time from one row to the next
	 * @param length how far back it reaches, at most {@link #MAX_ROWS} intervals
	 */
	public MemoryHistory(Duration interval, Duration length) {
		this.interval = interval;
		this.capacity = (int) Math.max(1, Math.min(MAX_ROWS, length.toMillis() / Math.max(1, interval.toMillis())));
		this.values = new long[this.capacity * COLUMNS.length];
	}

	synchronized void add(MemorySample sample) {
		int offset = offset(this.next);
		for (HistoryColumn column : COLUMNS) {
			this.values[offset + column.ordinal()] = column.store(sample);
		}
		this.next++;
	}

	/**
	 * Return the rows from one on. Copies what is asked for, at most 0.1 ms.
	 * @param since number of the first row; {@code null}, or one that does not exist yet
	 * because the application was restarted, for all that are kept
	 * @return the rows and what to ask for next time
	 */
	public HistoryRows since(@Nullable Long since) {
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
		return new HistoryRows(this.interval, to, missed, HistoryColumn.labels(), rows(copy));
	}

	/**
	 * Return how often a row is added.
	 * @return the interval
	 */
	public Duration interval() {
		return this.interval;
	}

	/**
	 * Return what the rows take, used or not.
	 * @return bytes
	 */
	public long heapBytes() {
		return (long) Long.BYTES * this.values.length;
	}

	private long[] copy(long from, long to) {
		long[] copy = new long[(int) (to - from) * COLUMNS.length];
		int rowsToEnd = (int) Math.min(to - from, this.capacity - from % this.capacity);
		int length = rowsToEnd * COLUMNS.length;
		System.arraycopy(this.values, offset(from), copy, 0, length);
		System.arraycopy(this.values, 0, copy, length, copy.length - length);
		return copy;
	}

	private int offset(long sequence) {
		return (int) (sequence % this.capacity) * COLUMNS.length;
	}

	private static @Nullable Number[][] rows(long[] values) {
		@Nullable Number[][] rows = new Number[values.length / COLUMNS.length][COLUMNS.length];
		for (int i = 0; i < values.length; i++) {
			int column = i % COLUMNS.length;
			rows[i / COLUMNS.length][column] = COLUMNS[column].tell(values[i]);
		}
		return rows;
	}

}
