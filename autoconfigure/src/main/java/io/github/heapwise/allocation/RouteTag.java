package io.github.heapwise.allocation;

import io.github.heapwise.timeline.RouteTable;

/**
 * Route of a sample and how it is known, packed into 11 bits. The difference matters for
 * samples without a stack: those that notes know of no route for may still belong to one
 * that only a stack can tell.
 */
final class RouteTag {

	/**
	 * Tag of samples that belong to no route.
	 */
	static final int NONE = 0;

	static final int BITS = 11;

	private static final int BY_STACK = 1 << (BITS - 1);

	private static final int MAX_ROUTE = BY_STACK - 2;

	private RouteTag() {
	}

	/**
	 * Tag what was noted for a thread and a time.
	 * @param route number of the route, {@link RouteTable#NONE} if there is no note
	 * @return the tag
	 */
	static int noted(int route) {
		return (route == RouteTable.NONE) ? NONE : 1 + distinguished(route);
	}

	/**
	 * Tag what the stack of a sample tells.
	 * @param route number of the route, {@link RouteTable#NONE} if it tells none
	 * @return the tag
	 */
	static int byStack(int route) {
		return (route == RouteTable.NONE) ? NONE : BY_STACK | noted(route);
	}

	/**
	 * Return the route of a tag.
	 * @param tag the tag
	 * @return number of the route, {@link RouteTable#NONE} if there is none
	 */
	static int route(int tag) {
		return (tag & ~BY_STACK) - 1;
	}

	/**
	 * Return what the same sample would have been tagged without its stack.
	 * @param tag the tag
	 * @return what was noted, {@link #NONE} if nothing was
	 */
	static int withoutStack(int tag) {
		return ((tag & BY_STACK) != 0) ? NONE : tag;
	}

	private static int distinguished(int route) {
		return (route <= MAX_ROUTE) ? route : RouteTable.OTHER;
	}

}
