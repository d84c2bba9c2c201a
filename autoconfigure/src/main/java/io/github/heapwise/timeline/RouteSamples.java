package io.github.heapwise.timeline;

import java.time.Instant;
import java.util.Map;

/**
 * What routes allocated as far as samples tell, for threads that nobody counts.
 */
@FunctionalInterface
public interface RouteSamples {

	/**
	 * Return what routes allocated in a range of time. Some 10 ms.
	 * @param from start of the range
	 * @param to end of the range
	 * @return estimates by number of the route, without those that have no sample
	 */
	Map<Integer, Estimate> during(Instant from, Instant to);

	/**
	 * What a route allocated.
	 *
	 * @param bytes estimated bytes
	 * @param samples samples that the estimate rests on
	 */
	record Estimate(long bytes, long samples) {
	}

}
