package io.github.heapwise.histogram;

/**
 * Tells when slices of a window end: at marks of the clock, so that windows are the same
 * for all. Not thread-safe.
 */
public final class SliceClock {

	private final long sliceMillis;

	private final int sliceCount;

	private long slice;

	/**
	 * Create a clock that is in a slice.
	 * @param sliceMillis length of a slice
	 * @param sliceCount how many slices there are: once as many have ended at once,
	 * nothing is left
	 * @param epochMillis the time now
	 */
	public SliceClock(long sliceMillis, int sliceCount, long epochMillis) {
		this.sliceMillis = sliceMillis;
		this.sliceCount = sliceCount;
		this.slice = Math.floorDiv(epochMillis, sliceMillis);
	}

	/**
	 * Return how many slices ended since the last call.
	 * @param epochMillis the time now
	 * @return their number; where the clock was set back, by how many slices, negative
	 */
	public long ended(long epochMillis) {
		long now = Math.floorDiv(epochMillis, this.sliceMillis);
		long ended = now - this.slice;
		this.slice = now;
		return Math.min(ended, this.sliceCount);
	}

	/**
	 * Return when the slice began that the clock is in.
	 * @return milliseconds since 1970
	 */
	public long startMillis() {
		return this.slice * this.sliceMillis;
	}

}
