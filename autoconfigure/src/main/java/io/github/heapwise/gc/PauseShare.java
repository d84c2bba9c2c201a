package io.github.heapwise.gc;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The share of the last minute that was spent in pauses, as events come by. Not
 * thread-safe.
 */
final class PauseShare {

	private static final long MINUTE_NANOS = 60_000_000_000L;

	private static final int MAX_PAUSES = 10_000;

	private final Deque<GcEvent> lastMinute = new ArrayDeque<>();

	private long pauseNanos;

	/**
	 * Count an event.
	 * @param event the next event
	 * @return the share of the minute before its end, from 0 to 1
	 */
	double after(GcEvent event) {
		if (event.isPause()) {
			this.lastMinute.add(event);
			this.pauseNanos += event.durationNanos();
		}
		while (!this.lastMinute.isEmpty() && (this.lastMinute.size() > MAX_PAUSES || isOver(event))) {
			this.pauseNanos -= this.lastMinute.remove().durationNanos();
		}
		return Math.min(1, (double) this.pauseNanos / MINUTE_NANOS);
	}

	private boolean isOver(GcEvent event) {
		return this.lastMinute.getFirst().end().isBefore(event.end().minusNanos(MINUTE_NANOS));
	}

}
