package io.github.heapwise.latency;

/**
 * Tells when slices of a window end: at marks of the clock, so that windows are the same
 * for all. Not thread-safe.
 */
final class SliceClock {

	private final long sliceMillis;

	private long slice;

	SliceClock(long sliceMillis, long epochMillis) {
		this.sliceMillis = sliceMillis;
		this.slice = Math.floorDiv(epochMillis, sliceMillis);
	}

	/**
	 * Return how many slices ended since the last call.
	 * @param epochMillis the time now
	 * @return their number, 0 where the clock was set back
	 */
	int ended(long epochMillis) {
		long now = Math.floorDiv(epochMillis, this.sliceMillis);
		long ended = Math.max(0, now - this.slice);
		this.slice = now;
		return (int) Math.min(ended, LatencySettings.SLICES + 1);
	}

}
