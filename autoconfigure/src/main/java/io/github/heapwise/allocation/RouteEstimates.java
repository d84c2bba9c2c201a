package io.github.heapwise.allocation;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.timeline.RouteSamples.Estimate;
import io.github.heapwise.timeline.RouteTable;

/**
 * Adds up samples by route, without building a tree.
 */
final class RouteEstimates {

	private final Map<Integer, Double> bytesByRoute = new TreeMap<>();

	private final Map<Integer, Long> samplesByRoute = new HashMap<>();

	private RouteEstimates() {
	}

	/**
	 * Estimate what routes allocated.
	 * @param range the buckets to look at
	 * @return estimates by number of the route, without those that have no sample
	 */
	static Map<Integer, Estimate> of(BucketRange range) {
		RouteEstimates estimates = new RouteEstimates();
		range.buckets().forEach((bucket) -> bucket.cells().forEach(estimates::count));
		range.scalings()
			.forEach((scaling) -> scaling.forEach((group, route, node, bytes, objects,
					samples) -> estimates.bytesByRoute.merge(route, bytes, Double::sum)));
		return estimates.result();
	}

	// A sample without a stack tells nothing about stacks, but all about its route.
	private void count(long key, long bytes, long objects, int samples) {
		this.samplesByRoute.merge(CellKey.route(key), (long) samples, Long::sum);
	}

	private Map<Integer, Estimate> result() {
		Map<Integer, Estimate> result = new TreeMap<>();
		this.bytesByRoute.forEach((route, bytes) -> result.put(route,
				new Estimate(Math.round(bytes), this.samplesByRoute.getOrDefault(route, 0L))));
		result.remove(RouteTable.NONE);
		result.values().removeIf((estimate) -> estimate.samples() == 0);
		return result;
	}

}
