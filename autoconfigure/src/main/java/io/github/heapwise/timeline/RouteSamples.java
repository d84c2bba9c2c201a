package io.github.heapwise.timeline;

import java.time.Instant;
import java.util.Map;

/**
 * What routes allocated as far as samples tell, for threads that nobody counts.
 */
@FunctionalInterface
public interface RouteSamples {

	/**
	 * Return what routes allocated in a range of time, or in the part of it that samples
	 * are still kept for, or are there already. Some 10 ms.
	 * @param from start of the range
	 * @param to end of the range
	 * @return estimates by number of the route, without those that have no sample or in
	 * which no request ended
	 */
	Map<Integer, Estimate> during(Instant from, Instant to);

	/**
	 * What a route allocated.
	 *
	 * @param bytes estimated bytes
	 * @param samples samples that the estimate rests on
	 * @param requests requests that ended in the time it is of
	 */
	record Estimate(long bytes, long samples, long requests) {

		/**
		 * Return what a request allocated.
		 * @return mean of its bytes
		 */
		public double meanBytes() {
			return (double) this.bytes / this.requests;
		}

	}

}
