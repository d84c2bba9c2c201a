package io.github.heapwise.timeline;

/**
 * When the collector stopped the application: a ring of the last pauses, which do not
 * overlap each other and are added in their order.
 * <p>
 * Thread-safe. 16 KB.
 */
public final class PauseTimes {

	private static final int CAPACITY = 1024;

	private final long[] starts = new long[CAPACITY];

	private final long[] ends = new long[CAPACITY];

	private int count;

	/**
	 * Add a pause.
	 * @param startNanos when it began, of {@link System#nanoTime()}
	 * @param nanos how long it took
	 */
	public synchronized void add(long startNanos, long nanos) {
		int index = this.count++ % CAPACITY;
		this.starts[index] = startNanos;
		this.ends[index] = startNanos + nanos;
		if (this.count == 2 * CAPACITY) {
			this.count = CAPACITY;
		}
	}

	/**
	 * Return how long the application stood still within some time. Looks at the pauses
	 * since its start, a nanosecond each.
	 * @param startNanos start, of {@link System#nanoTime()}
	 * @param endNanos end
	 * @return nanoseconds, 0 if no pause touched it
	 */
	public synchronized long within(long startNanos, long endNanos) {
		long nanos = 0;
		for (int back = 1; back <= Math.min(this.count, CAPACITY); back++) {
			int i = Math.floorMod(this.count - back, CAPACITY);
			// compared by their distance: nanoTime may overflow
			if (this.ends[i] - startNanos <= 0) {
				break;
			}
			long from = (this.starts[i] - startNanos > 0) ? this.starts[i] : startNanos;
			long to = (this.ends[i] - endNanos < 0) ? this.ends[i] : endNanos;
			nanos += Math.max(0, to - from);
		}
		return nanos;
	}

}
