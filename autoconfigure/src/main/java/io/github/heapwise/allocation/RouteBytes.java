package io.github.heapwise.allocation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.heapwise.timeline.RouteTable;

/**
 * What routes allocated in a range: as counted where all their requests were, as
 * estimated otherwise.
 */
final class RouteBytes {

	private final RouteCounts counted;

	private final Map<Integer, Double> estimated = new TreeMap<>();

	/**
	 * Create without any estimate yet.
	 * @param counted what was counted in the range
	 */
	RouteBytes(RouteCounts counted) {
		this.counted = counted;
	}

	void add(int route, double estimatedBytes) {
		if (route != RouteTable.NONE) {
			this.estimated.merge(route, estimatedBytes, Double::sum);
		}
	}

	/**
	 * Return the routes that served a request or have a sample.
	 * @return their numbers
	 */
	Set<Integer> routes() {
		Set<Integer> routes = new TreeSet<>(this.estimated.keySet());
		routes.addAll(this.counted.countByRoute().keySet());
		return routes;
	}

	double of(int route) {
		return isExact(route) ? this.counted.of(route).bytes() : estimated(route);
	}

	boolean isExact(int route) {
		return this.counted.of(route).isExact();
	}

	long requests(int route) {
		return this.counted.of(route).requests();
	}

	/**
	 * Return what makes estimates of a route add up to what it allocated.
	 * @param route number of the route
	 * @return factor, 1 where it was not counted
	 */
	double factor(int route) {
		return (estimated(route) > 0) ? of(route) / estimated(route) : 1;
	}

	/**
	 * Return the bytes of a route that no sample tells about.
	 * @param route number of the route
	 * @return all of its bytes or, if there are samples, none
	 */
	double notSampled(int route) {
		return (estimated(route) > 0) ? 0 : of(route);
	}

	private double estimated(int route) {
		return this.estimated.getOrDefault(route, 0.0);
	}

}
