package io.github.heapwise.allocation;

import java.util.Map;
import java.util.function.Consumer;

import io.github.heapwise.jfr.EventSubscriber;
import io.github.heapwise.jfr.EventSubscription;
import io.github.heapwise.jfr.SharedEventStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Has the JVM follow some of the objects that are allocated, 256 unless it was told
 * otherwise, and tell which of them are alive. The more was allocated between two of
 * them, the longer they are kept; those that a collection finds dead are dropped.
 * <p>
 * While it runs, an allocation outside a thread's buffer and the first inside take a
 * stack, which the allocation events share where those take one too.
 */
final class SurvivorRecording implements EventSubscriber, AutoCloseable {

	private static final String EVENT = "jdk.OldObjectSample";

	// No cutoff, no search for what holds them: that stops the JVM for long.
	private static final Map<String, String> SETTINGS = Map.of(EVENT + "#enabled", "true", EVENT + "#stackTrace",
			"true", EVENT + "#cutoff", "0 ns");

	private final Consumer<RecordedEvent> samples;

	private final Consumer<Throwable> onError;

	private final EventSubscription subscription;

	/**
	 * Start.
	 * @param events the stream that the samples come from
	 * @param samples told of each object that is alive, on the stream's thread; also when
	 * a recording of the user has them written
	 * @param onError told when it cannot go on
	 */
	SurvivorRecording(SharedEventStream events, Consumer<RecordedEvent> samples, Consumer<Throwable> onError) {
		this.samples = samples;
		this.onError = onError;
		this.subscription = events.subscribe(this, SETTINGS);
	}

	/**
	 * Have it told which objects are alive. They arrive a second or two later. Some 10
	 * ms, in which the JVM stops three times for less than a millisecond.
	 */
	void look() {
		// Whenever a recording ends that wants the samples, they are written. It must not
		// be the last one: JDK 17 writes no stacks once nobody wants samples any more.
		try (Recording recording = new Recording()) {
			recording.setSettings(SETTINGS);
			recording.start();
			recording.stop();
		}
	}

	@Override
	public Map<String, Consumer<RecordedEvent>> consumers() {
		return Map.of(EVENT, this.samples);
	}

	@Override
	public void flushed() {
		// The samples come at once or never.
	}

	@Override
	public void failed(Throwable cause) {
		this.onError.accept(cause);
	}

	@Override
	public void close() {
		this.subscription.close();
	}

}
