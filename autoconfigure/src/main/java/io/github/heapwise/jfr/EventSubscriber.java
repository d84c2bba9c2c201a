package io.github.heapwise.jfr;

import java.util.Map;
import java.util.function.Consumer;

import jdk.jfr.consumer.RecordedEvent;

/**
 * Who receives events of the shared recording. All is called on the stream's own thread,
 * about a second after the events happened.
 */
public interface EventSubscriber {

	/**
	 * Return who receives which events. An event is reused for the next one once its
	 * consumer returns.
	 * @return consumers by name of the event
	 */
	Map<String, Consumer<RecordedEvent>> consumers();

	/**
	 * All events of some time have been delivered. Called about once a second, also where
	 * nothing happened.
	 */
	void flushed();

	/**
	 * The recording cannot go on, or a consumer has thrown. No more is delivered once the
	 * subscription is closed, which is up to the subscriber.
	 * @param cause what failed
	 */
	void failed(Throwable cause);

}
