package io.github.heapwise.route;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What requests cost in the window.
 *
 * @param time when it ends
 * @param from when it began
 * @param window how long it is at most
 * @param routes routes that served a request, in no order
 * @param allocatedBytes bytes that the whole process allocated, {@code null} where this
 * JVM does not tell
 * @param pausesKnown whether anybody tells of pauses
 * @param unjoinedRequests requests of which nobody knows whether they met a pause: too
 * many ended at once
 */
public record RoutesWindow(Instant time, Instant from, Duration window, List<RouteWindow> routes,
		@Nullable Long allocatedBytes, boolean pausesKnown, long unjoinedRequests) {

	public RoutesWindow {
		routes = List.copyOf(routes);
	}

}
