package io.github.heapwise.route;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What requests cost, by route.
 *
 * @param window what was counted
 * @param mode how well it is known what most requests allocated
 * @param unavailableReason why that is not known
 * @param routes the routes, those that allocated most first
 * @param other what routes beyond the limit cost together, {@code null} if there are none
 */
public record RouteReport(RoutesWindow window, CostMode mode, @Nullable String unavailableReason,
		List<RouteCost> routes, @Nullable RouteCost other) {

	public RouteReport {
		routes = List.copyOf(routes);
	}

}
