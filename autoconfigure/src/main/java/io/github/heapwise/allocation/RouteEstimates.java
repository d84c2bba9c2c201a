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

	private final RouteCounts counted;

	private boolean byStack;

	private RouteEstimates(RouteCounts counted) {
		this.counted = counted;
	}

	/**
	 * Estimate what routes allocated.
	 * @param range the buckets to look at
	 * @return estimates by number of the route, without those that have no sample or in
	 * which no request ended
	 */
	static Map<Integer, Estimate> of(BucketRange range) {
		RouteEstimates estimates = new RouteEstimates(range.routes());
		range.buckets().forEach((bucket) -> bucket.cells().forEach(estimates::count));
		range.scalings().forEach(estimates::addUp);
		return estimates.result();
	}

	// A sample without a stack tells nothing about stacks, but all about its route.
	private void count(long key, long bytes, long objects, int samples) {
		this.samplesByRoute.merge(CellKey.route(key), (long) samples, Long::sum);
		this.byStack |= RouteTag.isByStack(CellKey.tag(key));
	}

	// Where stacks tell routes, samples without one have to be given one.
	private void addUp(GroupScaling scaling) {
		ScaledCellVisitor sum = (group, route, node, bytes, objects, samples) -> this.bytesByRoute.merge(route, bytes,
				Double::sum);
		if (this.byStack) {
			scaling.forEach(sum);
		}
		else {
			scaling.forEachUnspread(sum);
		}
	}

	private Map<Integer, Estimate> result() {
		Map<Integer, Estimate> result = new TreeMap<>();
		this.bytesByRoute.forEach((route, bytes) -> result.put(route, new Estimate(Math.round(bytes),
				this.samplesByRoute.getOrDefault(route, 0L), this.counted.of(route).requests())));
		result.remove(RouteTable.NONE);
		result.values().removeIf((estimate) -> estimate.samples() == 0 || estimate.requests() == 0);
		return result;
	}

}
