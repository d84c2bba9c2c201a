package io.github.heapwise.memory;

import java.time.Duration;

import io.github.heapwise.history.RowRange;
import io.github.heapwise.history.RowRing;
import org.jspecify.annotations.Nullable;

/**
 * What the process held in the last minutes, in at most 880 KB. Thread-safe.
 */
public final class MemoryHistory {

	/**
	 * How many rows there can be at most.
	 */
	public static final int MAX_ROWS = 10_000;

	private static final HistoryColumn[] COLUMNS = HistoryColumn.values();

	private final Duration interval;

	private final RowRing rows;

	/**
	 * Create an empty history.
	 * @param interval time from one row to the next
	 * @param length how far back it reaches, at most {@link #MAX_ROWS} intervals
	 */
	public MemoryHistory(Duration interval, Duration length) {
		this.interval = interval;
		long capacity = length.toMillis() / Math.max(1, interval.toMillis());
		this.rows = new RowRing((int) Math.max(1, Math.min(MAX_ROWS, capacity)), COLUMNS.length);
	}

	void add(MemorySample sample) {
		this.rows.add((column) -> COLUMNS[column].store(sample));
	}

	/**
	 * Return the rows from one on. Copies what is asked for, at most 0.1 ms.
	 * @param since number of the first row; {@code null}, or one that does not exist yet
	 * because the application was restarted, for all that are kept
	 * @return the rows and what to ask for next time
	 */
	public HistoryRows since(@Nullable Long since) {
		RowRange range = this.rows.since(since);
		return new HistoryRows(this.interval, range.next(), range.missed(), HistoryColumn.labels(),
				range.tell((column, value) -> COLUMNS[column].tell(value)));
	}

	/**
	 * Return the number of the row that comes next.
	 * @return its number
	 */
	public long nextRow() {
		return this.rows.next();
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
		return this.rows.heapBytes();
	}

}
