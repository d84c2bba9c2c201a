package io.github.heapwise.latency;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.histogram.SlidingHistogram;
import io.github.heapwise.histogram.ValueRange;

/**
 * Delays of the last second and of the last minutes, measured at regular intervals and
 * corrected for coordinated omission: what delays the measured delays the measuring too,
 * so that without it 10 s of standstill would count as one delay among thousands. With
 * it, they count as often as they would have been met by someone who did not wait: 10 s,
 * 9.99 s, 9.98 s and so on.
 * <p>
 * Thread-safe. Two histograms: one that is read each second, at no cost but its own, and
 * one in few slices, so that reading it takes well below a millisecond.
 */
final class LatencyWindow {

	private final long intervalNanos;

	private final SlidingHistogram second = new SlidingHistogram(ValueRange.NANOS, 0);

	private final SlidingHistogram window = new SlidingHistogram(ValueRange.NANOS, LatencySettings.SLICES);

	private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

	LatencyWindow(long intervalNanos) {
		this.intervalNanos = intervalNanos;
	}

	/**
	 * Have each delay told as it was measured, once and uncorrected.
	 * @param listener receives nanoseconds
	 */
	void addListener(LongConsumer listener) {
		this.listeners.add(listener);
	}

	/**
	 * Something still waits. Called once an interval, this leaves nothing to correct.
	 * @param nanos for how long so far
	 */
	void waits(long nanos) {
		this.second.record(nanos);
		this.window.record(nanos);
	}

	/**
	 * A delay is over.
	 * @param nanos its length
	 * @param recordedNanos how long it was when {@link #waits} was last called, 0 if it
	 * was not
	 */
	void waited(long nanos, long recordedNanos) {
		this.second.recordWithExpectedInterval(nanos, this.intervalNanos, recordedNanos);
		this.window.recordWithExpectedInterval(nanos, this.intervalNanos, recordedNanos);
		for (LongConsumer listener : this.listeners) {
			listener.accept(nanos);
		}
	}

	/**
	 * End a second.
	 * @return what was recorded in it
	 */
	Distribution endSecond() {
		return this.second.turn();
	}

	/**
	 * Let the window move on.
	 * @param slices by how much
	 */
	void endSlices(int slices) {
		for (int i = 0; i < slices; i++) {
			this.window.turn();
		}
	}

	Distribution distribution(SliceRange slices) {
		return this.window.contents(slices).distribution();
	}

	long heapBytes() {
		return this.second.heapBytes() + this.window.heapBytes();
	}

}
