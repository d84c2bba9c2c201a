package io.github.heapwise.latency;

import java.util.Map;
import java.util.function.Consumer;

import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.jfr.BackgroundSubscription;
import io.github.heapwise.jfr.EventSubscriber;
import io.github.heapwise.jfr.SharedEventStream;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Has Flight Recorder tell which virtual threads held on to their carrier for 20 ms or
 * more, or knows why it does not. Thread-safe.
 */
final class PinnedThreads implements AutoCloseable {

	private static final String EVENT = "jdk.VirtualThreadPinned";

	private static final Map<String, String> SETTINGS = Map.of(EVENT + "#enabled", "true", EVENT + "#threshold",
			"20 ms", EVENT + "#stackTrace", "true");

	private final MeanWindow durations = new MeanWindow();

	private final LongestWindow longest = new LongestWindow();

	private final BackgroundSubscription subscription;

	PinnedThreads(SharedEventStream events) {
		this.subscription = new BackgroundSubscription(events, "pinned");
	}

	/**
	 * Start recording, a little later.
	 */
	void start() {
		this.subscription.start(new Subscriber(), SETTINGS);
	}

	@Override
	public void close() {
		this.subscription.close();
	}

	void endSlices(int slices) {
		this.durations.endSlices(slices);
		this.longest.endSlices(slices);
	}

	Pinned read(SliceRange slices) {
		return new Pinned(this.durations.count(slices), this.longest.longest(slices),
				this.subscription.unavailableReason());
	}

	private final class Subscriber implements EventSubscriber {

		@Override
		public Map<String, Consumer<RecordedEvent>> consumers() {
			return Map.of(EVENT, this::pinned);
		}

		@Override
		public void flushed() {
			// each event was counted as it came
		}

		@Override
		public void failed(Throwable cause) {
			// what was counted stays
		}

		private void pinned(RecordedEvent event) {
			long nanos = event.getDuration().toNanos();
			PinnedThreads.this.durations.add(nanos);
			PinnedThreads.this.longest
				.add(new Blockage(nanos, event.getStartTime(), RecordedFrames.of(event.getStackTrace())));
		}

	}

}
