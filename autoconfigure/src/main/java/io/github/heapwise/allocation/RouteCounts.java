package io.github.heapwise.allocation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.timeline.RouteTotals;

/**
 * What requests did by route, as they were counted.
 *
 * @param countByRoute without routes that served none
 */
record RouteCounts(Map<Integer, RouteCount> countByRoute) {

	static final RouteCounts NONE = new RouteCounts(Map.of());

	// an entry of a tree map 40, its key 16, the count 40
	private static final long HEAP_BYTES_OF_ROUTE = 96;

	/**
	 * Read what was counted since the start of the application.
	 * @param totals tells it
	 * @return counts that only grow
	 */
	static RouteCounts read(RouteTotals totals) {
		Map<Integer, RouteCount> counts = new TreeMap<>();
		totals.forEach((route, requests, exactRequests, bytes) -> counts.put(route,
				new RouteCount(requests, exactRequests, bytes)));
		return new RouteCounts(counts);
	}

	static RouteCounts sum(List<RouteCounts> parts) {
		Map<Integer, RouteCount> sums = new TreeMap<>();
		parts
			.forEach((part) -> part.countByRoute.forEach((route, count) -> sums.merge(route, count, RouteCount::plus)));
		return new RouteCounts(sums);
	}

	RouteCounts since(RouteCounts start) {
		Map<Integer, RouteCount> since = new TreeMap<>();
		this.countByRoute.forEach((route, count) -> since.put(route, count.minus(start.of(route))));
		since.values().removeIf(RouteCount.NONE::equals);
		return new RouteCounts(since);
	}

	RouteCount of(int route) {
		return this.countByRoute.getOrDefault(route, RouteCount.NONE);
	}

	long heapBytes() {
		return HEAP_BYTES_OF_ROUTE * this.countByRoute.size();
	}

}
