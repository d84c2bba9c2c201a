package io.github.heapwise.timeline;

/**
 * Exact figures by route, counted since the start of the application.
 */
@FunctionalInterface
public interface RouteTotals {

	/**
	 * Visit every route that served a request. Called every few seconds.
	 * @param visitor told the totals of each
	 */
	void forEach(Visitor visitor);

	/**
	 * Told the totals of a route.
	 */
	@FunctionalInterface
	interface Visitor {

		/**
		 * Take the totals of one route.
		 * @param route number of the route
		 * @param requests requests that ended
		 * @param exactRequests those of them whose bytes were counted exactly; bytes of
		 * others are not known
		 * @param allocatedBytes bytes that the exactly counted ones allocated
		 */
		void route(int route, long requests, long exactRequests, long allocatedBytes);

	}

}
