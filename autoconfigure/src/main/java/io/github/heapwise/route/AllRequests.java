package io.github.heapwise.route;

import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.histogram.SlidingHistogram;
import io.github.heapwise.histogram.ValueRange;

/**
 * Latency of the requests of all routes: of the window, and of intervals that one reader
 * ends when it likes.
 */
final class AllRequests {

	// A reader that does not come for so many slices has left.
	private static final int MAX_SLICES_UNREAD = 3;

	private final SlidingHistogram window;

	private final SlidingHistogram interval = new SlidingHistogram(ValueRange.NANOS, 0);

	private volatile int slicesUnread = MAX_SLICES_UNREAD;

	AllRequests(int sliceCount) {
		this.window = new SlidingHistogram(ValueRange.NANOS, sliceCount - 1);
	}

	void record(long latencyNanos) {
		this.window.record(latencyNanos);
		if (this.slicesUnread < MAX_SLICES_UNREAD) {
			this.interval.record(latencyNanos);
		}
	}

	Distribution window() {
		return this.window.distribution();
	}

	/**
	 * End an interval.
	 * @return what ended in it, nothing the first time
	 */
	synchronized Distribution turn() {
		this.slicesUnread = 0;
		return this.interval.turn();
	}

	synchronized void turnSlice() {
		this.window.turn();
		if (this.slicesUnread < MAX_SLICES_UNREAD && ++this.slicesUnread == MAX_SLICES_UNREAD) {
			this.interval.turn();
		}
	}

	long heapBytes() {
		return this.window.heapBytes() + this.interval.heapBytes();
	}

}
