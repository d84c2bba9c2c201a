package io.github.heapwise.route.endpoint;

import java.time.Duration;

import io.github.heapwise.route.CostMode;
import io.github.heapwise.route.RouteCost;
import io.github.heapwise.route.RouteWindow;
import io.github.heapwise.route.RoutesWindow;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of a route cost, as it is sent.
 *
 * @param method HTTP method
 * @param route what the path has to match
 * @param requests requests that ended in the window
 * @param requestsPerSecond their rate
 * @param errors those that ended with a status of 5xx or an exception
 * @param latency time from start to end
 * @param allocated what they allocated
 * @param cpuNanos CPU time of all
 * @param gcPauseNanos time they stood still for the collector
 * @param slowestGcShareRatio of the slowest hundredth, the share that met a pause
 * @param allocatedBytesByInterval bytes by interval, the current one last
 * @param requestsByInterval requests by interval
 */
record RouteDescriptor(String method, String route, long requests, double requestsPerSecond, long errors,
		LatencyDescriptor latency, AllocatedDescriptor allocated, @Nullable Long cpuNanos, @Nullable Long gcPauseNanos,
		@Nullable Double slowestGcShareRatio, long @Nullable [] allocatedBytesByInterval, long[] requestsByInterval) {

	static RouteDescriptor of(RouteCost cost, RoutesWindow all) {
		RouteWindow window = cost.window();
		boolean exact = cost.allocation().mode() == CostMode.EXACT;
		return new RouteDescriptor(window.route().method(), window.route().pattern(), window.requests(),
				window.requests() / seconds(all), window.errors(), LatencyDescriptor.of(window.latency()),
				AllocatedDescriptor.of(cost.allocation(), all.allocatedBytes()), window.cpuNanos(),
				all.pausesKnown() ? window.pauseNanos() : null, all.pausesKnown() ? window.slowestPausedRatio() : null,
				exact ? window.bytesBySlice() : null, window.requestsBySlice());
	}

	private static double seconds(RoutesWindow all) {
		return Math.max(1, Duration.between(all.from(), all.time()).toMillis() / 1e3);
	}

}
