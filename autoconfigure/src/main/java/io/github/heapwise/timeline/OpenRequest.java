package io.github.heapwise.timeline;

/**
 * A request that is being served.
 */
@FunctionalInterface
public interface OpenRequest {

	/**
	 * Return its route, as far as it is known: a request is mapped to a handler some time
	 * after it began. Called on any thread.
	 * @return number of the route, {@link RouteTable#NONE} if it is not known yet
	 */
	int route();

}
