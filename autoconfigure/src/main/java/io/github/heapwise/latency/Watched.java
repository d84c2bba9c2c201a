package io.github.heapwise.latency;

/**
 * A pool or an event loop that is watched. All but the last methods are for the probing
 * thread.
 */
interface Watched {

	/**
	 * Look at it.
	 * @param now the time in {@code System.nanoTime()}
	 * @param measure whether it is its turn to be handed a task
	 */
	void tick(long now, boolean measure);

	/**
	 * End a second.
	 * @param row where to write what it was like
	 */
	void endSecond(RowWriter row);

	void endSlices(int slices);

	/**
	 * Watch it no more.
	 */
	void drop();

	boolean isGone();

	String name();

	LatencyWindow delays();

	long heapBytes();

}
