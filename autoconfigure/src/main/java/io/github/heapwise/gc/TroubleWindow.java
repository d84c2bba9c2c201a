package io.github.heapwise.gc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongPredicate;

import io.github.heapwise.history.RowRange;
import io.github.heapwise.history.RowRing;
import org.jspecify.annotations.Nullable;

/**
 * Counts troubles of at least the last ten minutes, in 24 KB. Thread-safe.
 */
final class TroubleWindow {

	static final int MAX_CALLS = 100;

	// one a second, and only in which there were troubles
	private static final int MAX_ROWS = 600;

	private static final int TIME = 0;

	private static final int EVACUATIONS = 1;

	private static final int PROMOTIONS = 2;

	private static final int STALLS = 3;

	private static final int STALLED_NANOS = 4;

	private final RowRing rows = new RowRing(MAX_ROWS, STALLED_NANOS + 1);

	private final Deque<Call> calls = new ArrayDeque<>();

	void add(long epochMillis, long evacuations, long promotions, long stalls, long stalledNanos) {
		this.rows.add((column) -> switch (column) {
			case TIME -> epochMillis;
			case EVACUATIONS -> evacuations;
			case PROMOTIONS -> promotions;
			case STALLS -> stalls;
			default -> stalledNanos;
		});
	}

	synchronized void addCall(long epochMillis, String caller) {
		if (this.calls.size() == MAX_CALLS) {
			this.calls.removeFirst();
		}
		this.calls.addLast(new Call(epochMillis, caller));
	}

	long heapBytes() {
		return this.rows.heapBytes();
	}

	/**
	 * Count what happened, some 20 microseconds.
	 * @param when takes the milliseconds since 1970 at which it counts
	 * @param unknownReason what to say is not known
	 * @return the troubles
	 */
	GcTroubles read(LongPredicate when, @Nullable String unknownReason) {
		long[] sums = new long[STALLED_NANOS + 1];
		RowRange range = this.rows.since(null);
		for (int row = 0; row < range.values().length; row += range.width()) {
			if (when.test(range.values()[row])) {
				for (int column = EVACUATIONS; column <= STALLED_NANOS; column++) {
					sums[column] += range.values()[row + column];
				}
			}
		}
		return new GcTroubles(sums[EVACUATIONS], sums[PROMOTIONS], sums[STALLS], sums[STALLED_NANOS], callers(when),
				unknownReason);
	}

	private synchronized List<String> callers(LongPredicate when) {
		return this.calls.stream().filter((call) -> when.test(call.epochMillis)).map(Call::caller).toList();
	}

	private record Call(long epochMillis, String caller) {
	}

}
