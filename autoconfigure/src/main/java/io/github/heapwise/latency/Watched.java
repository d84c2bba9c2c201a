package io.github.heapwise.latency;

/**
 * A pool or an event loop that is watched, how long tasks wait for it, and how much it is
 * used. Measured by the probing thread, read by any.
 */
abstract class Watched {

	private final String name;

	private final LatencyWindow delays;

	private final MeanWindow utilization = new MeanWindow();

	private volatile boolean gone;

	/**
	 * Begin to watch.
	 * @param name how it is called
	 * @param intervalNanos how often it is its turn to be handed a task
	 */
	Watched(String name, long intervalNanos) {
		this.name = name;
		this.delays = new LatencyWindow(intervalNanos);
	}

	/**
	 * Look at it.
	 * @param now the time in {@code System.nanoTime()}
	 * @param measure whether it is its turn to be handed a task
	 */
	abstract void tick(long now, boolean measure);

	/**
	 * End a second.
	 * @param row where to write what it was like
	 */
	void endSecond(RowWriter row) {
		row.delays(this.delays.endSecond());
		row.ratio(this.utilization.endSecond());
	}

	void endSlices(int slices) {
		this.delays.endSlices(slices);
		this.utilization.endSlices(slices);
	}

	/**
	 * Watch it no more.
	 * @return whether it was watched so far
	 */
	final synchronized boolean drop() {
		boolean watched = !this.gone;
		this.gone = true;
		return watched;
	}

	final boolean isGone() {
		return this.gone;
	}

	final String name() {
		return this.name;
	}

	final LatencyWindow delays() {
		return this.delays;
	}

	final MeanWindow utilization() {
		return this.utilization;
	}

	final long heapBytes() {
		return this.delays.heapBytes();
	}

}
