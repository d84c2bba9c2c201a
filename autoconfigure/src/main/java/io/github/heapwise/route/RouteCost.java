package io.github.heapwise.route;

/**
 * What the requests of a route cost.
 *
 * @param window what was counted
 * @param allocation what they allocated, counted or estimated
 */
public record RouteCost(RouteWindow window, RouteAllocation allocation) {

}
