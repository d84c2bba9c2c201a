package io.github.heapwise.route;

/**
 * Is told of every request. On threads that serve requests: it must be quick and make no
 * garbage.
 */
interface RequestListener {

	/**
	 * A request has ended.
	 * @param route number of its route
	 * @param outcome how it ended
	 * @param allocatedBytes bytes that it allocated, exactly
	 */
	void allocated(int route, Outcome outcome, long allocatedBytes);

	/**
	 * A request that ended some seconds ago met pauses of the collector.
	 * @param route number of its route
	 * @param pauseNanos how long it stood still
	 */
	void paused(int route, long pauseNanos);

}
