package io.github.heapwise.histogram;

import org.jspecify.annotations.Nullable;

/**
 * Latency of all requests of the last minutes, in nanoseconds.
 */
public interface RequestHistogram {

	/**
	 * Return the requests of the window.
	 * @return the figures
	 */
	Distribution window();

	/**
	 * End an interval. For one caller only, which keeps what it is told.
	 * @return requests that ended in the interval
	 */
	Distribution turn();

	/**
	 * Return why there is nothing to see.
	 * @return a sentence, {@code null} where requests are seen
	 */
	@Nullable String unavailableReason();

}
