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

	private static final String CONSEQUENCE = "Durations are in whole milliseconds, and Remark and Cleanup of G1 on"
			+ " JDK 17 are missing: ";

	private final SharedEventStream events;

	private @Nullable EventSubscription subscription;

	private volatile @Nullable PauseMatching matching;

	private volatile String inexactReason = CONSEQUENCE + "Flight Recorder has not been started";

	PauseRecording(SharedEventStream events) {
		this.events = events;
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
		return (current != null && current.isRecording()) ? null : this.inexactReason;
	}

	private synchronized void begin(PauseMatching target) {
		if (this.matching != target) {
			return;
		}
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
		this.inexactReason = CONSEQUENCE + reason;
	}

	// Not on the stream's own thread, which closing waits for.
	private static void run(Runnable task) {
		Thread thread = new Thread(task, OwnThreads.PREFIX + "gc-recording");
		thread.setDaemon(true);
		thread.start();
	}

}
