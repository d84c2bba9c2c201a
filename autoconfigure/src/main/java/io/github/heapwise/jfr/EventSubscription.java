package io.github.heapwise.jfr;

import java.util.Map;

/**
 * A subscriber's part of the shared recording. Safe for use from any thread.
 */
public interface EventSubscription extends AutoCloseable {

	/**
	 * Replace the settings of the subscriber's events, all in one change since every
	 * change costs.
	 * @param settings settings as {@code RecordingStream.setSettings} takes them, none of
	 * an event that another subscriber receives
	 */
	void apply(Map<String, String> settings);

	/**
	 * Return the thread that calls the subscriber.
	 * @return its id
	 */
	long threadId();

	/**
	 * End the subscription, and the recording with the last one. Waits for the stream's
	 * thread, at most some seconds.
	 */
	@Override
	void close();

}
