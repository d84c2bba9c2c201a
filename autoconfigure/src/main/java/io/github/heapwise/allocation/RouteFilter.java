package io.github.heapwise.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.heapwise.timeline.Route;
import org.jspecify.annotations.Nullable;

/**
 * Lets the cells of one route through, or of all if none is asked for. Those of a route
 * are held back until it is known what it allocated in all.
 */
final class RouteFilter {

	private final @Nullable Set<Integer> wanted;

	private final List<HeldCell> held = new ArrayList<>();

	/**
	 * Create a filter.
	 * @param asked a route as text, or its pattern, {@code null} for any
	 * @param routes the routes by number
	 */
	RouteFilter(@Nullable String asked, List<Route> routes) {
		this.wanted = (asked != null) ? numbers(asked, routes) : null;
	}

	/**
	 * Return the routes that go by a name.
	 * @param asked a route as text, or its pattern for those of all methods
	 * @param routes the routes by number
	 * @return their numbers
	 */
	static Set<Integer> numbers(String asked, List<Route> routes) {
		return IntStream.range(0, routes.size())
			.filter((number) -> asked.equals(routes.get(number).toString())
					|| asked.equals(routes.get(number).pattern()))
			.boxed()
			.collect(Collectors.toSet());
	}

	Set<Integer> wanted() {
		return (this.wanted != null) ? this.wanted : Set.of();
	}

	void cell(int route, int node, double bytes, double objects, int samples, Target target) {
		if (this.wanted == null) {
			target.add(node, bytes, objects, samples);
		}
		else if (this.wanted.contains(route)) {
			this.held.add(new HeldCell(route, node, bytes, objects, samples));
		}
	}

	/**
	 * Let go of what was held back, scaled to what its route allocated.
	 * @param bytes what routes allocated
	 * @param target where it goes
	 */
	void release(RouteBytes bytes, Target target) {
		for (HeldCell cell : this.held) {
			double factor = bytes.factor(cell.route());
			target.add(cell.node(), factor * cell.bytes(), factor * cell.objects(), cell.samples());
		}
	}

	/**
	 * Takes what passes.
	 */
	@FunctionalInterface
	interface Target {

		void add(int node, double bytes, double objects, int samples);

	}

	private record HeldCell(int route, int node, double bytes, double objects, int samples) {
	}

}
