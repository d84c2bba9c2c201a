package io.github.heapwise.gc;

import io.github.heapwise.jfr.EventSubscription;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.UnavailableReason;
import io.github.heapwise.jvm.OwnThreads;
import org.jspecify.annotations.Nullable;

/**
 * Has Flight Recorder measure pauses, or knows why not. Thread-safe.
 */
final class PauseRecording implements AutoCloseable {

	private final SharedEventStream events;

	private final String consequence;

	private @Nullable EventSubscription subscription;

	private volatile @Nullable PauseMatching matching;

	private volatile String cause = "Flight Recorder has not been started";

	/**
	 * Create an instance that records nothing yet.
	 * @param events where the pauses come from
	 * @param consequence what is missing as long as nothing is recorded
	 */
	PauseRecording(SharedEventStream events, String consequence) {
		this.events = events;
		this.consequence = consequence;
	}

	/**
	 * Start on a thread of its own: JFR takes some 100 ms.
	 * @param target receives the pauses
	 */
	synchronized void start(PauseMatching target) {
		if (this.matching == null) {
			this.matching = target;
			run(() -> begin(target));
		}
	}

	@Override
	public void close() {
		end("Flight Recorder has been stopped");
	}

	@Nullable String inexactReason() {
		PauseMatching current = this.matching;
		return (current != null && current.isRecording()) ? null : this.consequence + ": " + this.cause;
	}

	private synchronized void begin(PauseMatching target) {
		if (this.matching != target) {
			return;
		}
		target.expectRecording();
		try {
			this.subscription = this.events.subscribe(new RecordedPauses(target, (cause) -> run(() -> fail(cause))),
					RecordedPauses.SETTINGS);
		}
		// a JVM without JFR fails to link, one that may not write fails in many ways
		catch (RuntimeException | Error ex) {
			fail(ex);
		}
	}

	private void fail(Throwable cause) {
		end(UnavailableReason.of(cause));
	}

	private synchronized void end(String reason) {
		if (this.subscription != null) {
			this.subscription.close();
			this.subscription = null;
		}
		PauseMatching current = this.matching;
		if (current != null) {
			current.endRecording();
			this.matching = null;
		}
		this.cause = reason;
	}

	// Not on the stream's own thread, which closing waits for.
	private static void run(Runnable task) {
		Thread thread = new Thread(task, OwnThreads.PREFIX + "gc-recording");
		thread.setDaemon(true);
		thread.start();
	}

}
