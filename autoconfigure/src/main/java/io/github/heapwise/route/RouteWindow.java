package io.github.heapwise.route;

import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.timeline.Route;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of one route cost in the window.
 *
 * @param number number of the route
 * @param route the route
 * @param requests requests that ended
 * @param errors those that ended with a status of 5xx or with an exception
 * @param latency nanoseconds from start to end
 * @param bytes bytes that a request allocated, of those that were counted exactly
 * @param exactRequests how many were counted exactly
 * @param cpuNanos CPU time of all, {@code null} where it is not known
 * @param pauseNanos time that requests stood still for the collector, as far as it is
 * known: some seconds behind
 * @param slowestPausedRatio of the slowest hundredth, the share that met a pause
 * @param bytesBySlice bytes by slice of time, the oldest first
 * @param requestsBySlice requests by slice of time
 */
public record RouteWindow(int number, Route route, long requests, long errors, Distribution latency, Distribution bytes,
		long exactRequests, @Nullable Long cpuNanos, long pauseNanos, double slowestPausedRatio, long[] bytesBySlice,
		long[] requestsBySlice) {

	/**
	 * Return whether the bytes of its requests were counted, not estimated.
	 * @return {@code false} where most were served by threads that nobody counts
	 */
	public boolean isExact() {
		return 2 * this.exactRequests > this.requests;
	}

}
