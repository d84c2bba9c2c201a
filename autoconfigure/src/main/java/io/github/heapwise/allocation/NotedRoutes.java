package io.github.heapwise.allocation;

import java.time.Instant;

import io.github.heapwise.jvm.AllocatedBytesCounters;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;

/**
 * Joins samples with the requests they were taken for, by thread and time, 100 ns a
 * sample.
 * <p>
 * Flight Recorder dates events by the system's clock, to the microsecond; notes are on
 * the scale of {@link System#nanoTime()}. {@code currentTimeMillis} would be too coarse
 * to get from one to the other: requests are short.
 */
final class NotedRoutes {

	private static final int ATTEMPTS = 5;

	private final RequestNotes notes;

	// nanoTime of the epoch
	private volatile long epoch;

	/**
	 * Create with the clocks as they stand.
	 * @param notes what was noted
	 */
	NotedRoutes(RequestNotes notes) {
		this.notes = notes;
		renew();
	}

	/**
	 * Compare the clocks once more: one of them may have been set. Takes some 500 ns.
	 */
	void renew() {
		long shortest = Long.MAX_VALUE;
		for (int i = 0; i < ATTEMPTS; i++) {
			long before = System.nanoTime();
			long epochNanos = AllocatedBytesCounters.nanos(Instant.now());
			long took = System.nanoTime() - before;
			if (took < shortest) {
				shortest = took;
				this.epoch = before + took / 2 - epochNanos;
			}
		}
	}

	/**
	 * Return what a thread served.
	 * @param threadId id of the thread, virtual ones included
	 * @param epochNanos when, in nanoseconds since 1970
	 * @return number of the route, {@link RouteTable#NONE} if nothing was noted or the
	 * request cannot be asked
	 */
	int at(long threadId, long epochNanos) {
		try {
			return this.notes.routeAt(threadId, this.epoch + epochNanos);
		}
		catch (RuntimeException ex) {
			// A container may be taking the request back: no reason to stop recording.
			return RouteTable.NONE;
		}
	}

}
