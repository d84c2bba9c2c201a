package io.github.heapwise.latency;

import java.util.Map;
import java.util.function.Consumer;

import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.jfr.EventSubscriber;
import io.github.heapwise.jfr.EventSubscription;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.UnavailableReason;
import io.github.heapwise.jvm.OwnThreads;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Has Flight Recorder tell which virtual threads held on to their carrier for 20 ms or
 * more, or knows why it does not. Thread-safe.
 */
final class PinnedThreads implements AutoCloseable {

	private static final String EVENT = "jdk.VirtualThreadPinned";

	private static final Map<String, String> SETTINGS = Map.of(EVENT + "#enabled", "true", EVENT + "#threshold",
			"20 ms", EVENT + "#stackTrace", "true");

	private final SharedEventStream events;

	private final MeanWindow durations = new MeanWindow();

	private final LongestWindow longest = new LongestWindow();

	private @Nullable EventSubscription subscription;

	private boolean closed;

	private volatile @Nullable String unavailableReason = "Flight Recorder has not been started";

	PinnedThreads(SharedEventStream events) {
		this.events = events;
	}

	/**
	 * Start on a thread of its own: JFR takes some 100 ms.
	 */
	void start() {
		run(this::begin);
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		end("Flight Recorder has been stopped");
	}

	void endSlices(int slices) {
		this.durations.endSlices(slices);
		this.longest.endSlices(slices);
	}

	Pinned read(SliceRange slices) {
		return new Pinned(this.durations.count(slices), this.longest.longest(slices), this.unavailableReason);
	}

	private synchronized void begin() {
		if (this.closed) {
			return;
		}
		try {
			this.subscription = this.events.subscribe(new Subscriber(), SETTINGS);
			this.unavailableReason = null;
		}
		// a JVM without JFR fails to link, one that may not write fails in many ways
		catch (RuntimeException | Error ex) {
			end(UnavailableReason.of(ex));
		}
	}

	private synchronized void end(String reason) {
		if (this.subscription != null) {
			this.subscription.close();
			this.subscription = null;
		}
		this.unavailableReason = reason;
	}

	// Not on the stream's own thread, which closing waits for.
	private static void run(Runnable task) {
		Thread thread = new Thread(task, OwnThreads.PREFIX + "pinned");
		thread.setDaemon(true);
		thread.start();
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
			run(() -> end(UnavailableReason.of(cause)));
		}

		private void pinned(RecordedEvent event) {
			long nanos = event.getDuration().toNanos();
			PinnedThreads.this.durations.add(nanos);
			PinnedThreads.this.longest
				.add(new Blockage(nanos, event.getStartTime(), RecordedFrames.of(event.getStackTrace())));
		}

	}

}
