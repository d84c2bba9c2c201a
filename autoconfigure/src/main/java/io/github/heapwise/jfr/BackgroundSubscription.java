package io.github.heapwise.jfr;

import java.util.Map;
import java.util.function.Consumer;

import io.github.heapwise.jvm.OwnThreads;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A part of the shared recording for those who can do without: begins and ends on threads
 * of its own, since JFR takes some 100 ms, and knows why nothing is recorded.
 * Thread-safe.
 */
public final class BackgroundSubscription implements AutoCloseable {

	private final SharedEventStream events;

	private final String name;

	private @Nullable EventSubscription subscription;

	private @Nullable EventSubscriber wanted;

	private volatile @Nullable String unavailableReason = "Flight Recorder has not been started";

	/**
	 * Create an instance that records nothing yet.
	 * @param events the shared recording
	 * @param name what to call its threads, behind the prefix of all
	 */
	public BackgroundSubscription(SharedEventStream events, String name) {
		this.events = events;
		this.name = name;
	}

	/**
	 * Begin, unless it has begun.
	 * @param subscriber who receives the events; is told of a failure once nothing more
	 * comes, and not of the end that {@link #close()} brings
	 * @param settings settings of its events
	 */
	public synchronized void start(EventSubscriber subscriber, Map<String, String> settings) {
		if (this.wanted == null) {
			this.wanted = subscriber;
			run(() -> begin(subscriber, settings));
		}
	}

	/**
	 * End it. May be started again.
	 */
	@Override
	public synchronized void close() {
		end("Flight Recorder has been stopped");
	}

	/**
	 * Return why nothing is recorded.
	 * @return the reason, {@code null} while it is
	 */
	public @Nullable String unavailableReason() {
		return this.unavailableReason;
	}

	private synchronized void begin(EventSubscriber subscriber, Map<String, String> settings) {
		if (this.wanted != subscriber) {
			return;
		}
		try {
			this.subscription = this.events.subscribe(new Attempt(subscriber), settings);
			this.unavailableReason = null;
		}
		// a JVM without JFR fails to link, one that may not write fails in many ways
		catch (RuntimeException | Error ex) {
			fail(subscriber, ex);
		}
	}

	private synchronized void fail(EventSubscriber subscriber, Throwable cause) {
		if (this.wanted == subscriber) {
			end(UnavailableReason.of(cause));
			subscriber.failed(cause);
		}
	}

	private void end(String reason) {
		if (this.subscription != null) {
			this.subscription.close();
			this.subscription = null;
		}
		this.wanted = null;
		this.unavailableReason = reason;
	}

	// Not on the stream's own thread, which closing waits for.
	private void run(Runnable task) {
		Thread thread = new Thread(task, OwnThreads.PREFIX + this.name);
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Passes everything on but for failures, which end the subscription first.
	 *
	 * @param subscriber who receives the events
	 */
	private final class Attempt implements EventSubscriber {

		private final EventSubscriber subscriber;

		Attempt(EventSubscriber subscriber) {
			this.subscriber = subscriber;
		}

		@Override
		public Map<String, Consumer<RecordedEvent>> consumers() {
			return this.subscriber.consumers();
		}

		@Override
		public void flushed() {
			this.subscriber.flushed();
		}

		@Override
		public void failed(Throwable cause) {
			run(() -> fail(this.subscriber, cause));
		}

	}

}
