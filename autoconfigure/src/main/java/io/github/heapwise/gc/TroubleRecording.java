package io.github.heapwise.gc;

import java.time.Instant;

import io.github.heapwise.jfr.EventSubscription;
import io.github.heapwise.jfr.SharedEventStream;
import io.github.heapwise.jfr.UnavailableReason;
import io.github.heapwise.jvm.OwnThreads;
import org.jspecify.annotations.Nullable;

/**
 * Has Flight Recorder tell what the collector could not do and who asked it to collect,
 * or knows why not. The events are rare; they cost nothing while there are none.
 * Thread-safe.
 */
public final class TroubleRecording implements AutoCloseable {

	private static final String CONSEQUENCE = "Failures of the collector, allocation stalls and callers of"
			+ " System.gc() are not known: ";

	private final SharedEventStream events;

	private final TroubleWindow window = new TroubleWindow();

	private @Nullable EventSubscription subscription;

	private boolean closed;

	private volatile @Nullable String unavailableReason = "Flight Recorder has not been started";

	/**
	 * Create an instance that records nothing yet.
	 * @param events where the troubles come from
	 */
	public TroubleRecording(SharedEventStream events) {
		this.events = events;
	}

	/**
	 * Start on a thread of its own: JFR takes some 100 ms.
	 */
	public synchronized void start() {
		this.closed = false;
		run(this::begin);
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		end("Flight Recorder has been stopped");
	}

	/**
	 * Return what happened since some time, except for the last second or so.
	 * @param from the time, not longer ago than ten minutes
	 * @return what happened
	 */
	public GcTroubles since(Instant from) {
		long fromMillis = from.toEpochMilli();
		String reason = this.unavailableReason;
		return this.window.read((millis) -> millis >= fromMillis, (reason != null) ? CONSEQUENCE + reason : null);
	}

	/**
	 * Return the heap that troubles take up.
	 * @return bytes, roughly
	 */
	public long heapBytes() {
		return this.window.heapBytes();
	}

	private synchronized void begin() {
		if (this.closed || this.subscription != null) {
			return;
		}
		try {
			this.subscription = this.events.subscribe(new RecordedTroubles(this.window, this::fail),
					RecordedTroubles.SETTINGS);
			this.unavailableReason = null;
		}
		// a JVM without JFR fails to link, one that may not write fails in many ways
		catch (RuntimeException | Error ex) {
			end(UnavailableReason.of(ex));
		}
	}

	private void fail(Throwable cause) {
		run(() -> end(UnavailableReason.of(cause)));
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
		Thread thread = new Thread(task, OwnThreads.PREFIX + "gc-troubles");
		thread.setDaemon(true);
		thread.start();
	}

}
