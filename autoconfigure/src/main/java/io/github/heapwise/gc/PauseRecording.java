package io.github.heapwise.gc;

import io.github.heapwise.jfr.BackgroundSubscription;
import io.github.heapwise.jfr.SharedEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Has Flight Recorder measure pauses, or knows why not. Thread-safe.
 */
final class PauseRecording implements AutoCloseable {

	private final BackgroundSubscription subscription;

	private final String consequence;

	private volatile @Nullable PauseMatching matching;

	/**
	 * Create an instance that records nothing yet.
	 * @param events where the pauses come from
	 * @param consequence what is missing as long as nothing is recorded
	 */
	PauseRecording(SharedEventStream events, String consequence) {
		this.subscription = new BackgroundSubscription(events, "gc-recording");
		this.consequence = consequence;
	}

	/**
	 * Start recording, a little later.
	 * @param target receives the pauses
	 */
	synchronized void start(PauseMatching target) {
		if (this.matching == null) {
			this.matching = target;
			target.expectRecording();
			this.subscription.start(new RecordedPauses(target), RecordedPauses.SETTINGS);
		}
	}

	@Override
	public synchronized void close() {
		this.subscription.close();
		PauseMatching current = this.matching;
		if (current != null) {
			current.endRecording();
			this.matching = null;
		}
	}

	@Nullable String inexactReason() {
		PauseMatching current = this.matching;
		if (current != null && current.isRecording()) {
			return null;
		}
		String reason = this.subscription.unavailableReason();
		return this.consequence + ": " + ((reason != null) ? reason : "Flight Recorder has not delivered any");
	}

}
