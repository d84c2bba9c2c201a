package io.github.heapwise.gc;

import java.time.Instant;

import io.github.heapwise.jfr.BackgroundSubscription;
import io.github.heapwise.jfr.SharedEventStream;

/**
 * Has Flight Recorder tell what the collector could not do and who asked it to collect,
 * or knows why not. The events are rare; they cost nothing while there are none.
 * Thread-safe.
 */
public final class TroubleRecording implements AutoCloseable {

	private static final String CONSEQUENCE = "Failures of the collector, allocation stalls and callers of"
			+ " System.gc() are not known: ";

	private final TroubleWindow window = new TroubleWindow();

	private final BackgroundSubscription subscription;

	/**
	 * Create an instance that records nothing yet.
	 * @param events where the troubles come from
	 */
	public TroubleRecording(SharedEventStream events) {
		this.subscription = new BackgroundSubscription(events, "gc-troubles");
	}

	/**
	 * Start recording, a little later.
	 */
	public void start() {
		this.subscription.start(new RecordedTroubles(this.window), RecordedTroubles.SETTINGS);
	}

	@Override
	public void close() {
		this.subscription.close();
	}

	/**
	 * Return what happened since some time, except for the last second or so.
	 * @param from the time, not longer ago than ten minutes
	 * @return what happened
	 */
	public GcTroubles since(Instant from) {
		long fromMillis = from.toEpochMilli();
		String reason = this.subscription.unavailableReason();
		return this.window.read((millis) -> millis >= fromMillis, (reason != null) ? CONSEQUENCE + reason : null);
	}

	/**
	 * Return the heap that troubles take up.
	 * @return bytes, roughly
	 */
	public long heapBytes() {
		return this.window.heapBytes();
	}

}
