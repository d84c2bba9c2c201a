package io.github.heapwise.timeline;

/**
 * Tells by its code which route a stack serves, where requests move from thread to thread
 * and notes do not follow them.
 */
@FunctionalInterface
public interface HandlerRoutes {

	/**
	 * Return the route that a method handles. Called for every method that is new on a
	 * stack, with locks held: it must not wait for others.
	 * @param className binary name of its class
	 * @param methodName its name as the JVM has it, such as {@code lambda$list$0}
	 * @return number of the route, {@link RouteTable#NONE} if it is no handler or handles
	 * several routes
	 */
	int routeOf(String className, String methodName);

}
