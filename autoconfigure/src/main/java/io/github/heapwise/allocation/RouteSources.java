package io.github.heapwise.allocation;

import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RequestNotes;
import io.github.heapwise.timeline.RouteTable;
import io.github.heapwise.timeline.RouteTotals;

/**
 * Who tells what a sample was taken for.
 *
 * @param table names routes
 * @param notes tell which thread served which route when
 * @param handlers tell it by code where notes do not
 * @param totals what is counted by route
 */
public record RouteSources(RouteTable table, RequestNotes notes, HandlerRoutes handlers, RouteTotals totals) {

	/**
	 * Make sources for an application that serves no requests.
	 * @return sources that know of no route
	 */
	public static RouteSources none() {
		return new RouteSources(new RouteTable(0), new RequestNotes(), (className, method) -> RouteTable.NONE,
				(visitor) -> {
				});
	}

}
