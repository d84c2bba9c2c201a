package io.github.heapwise.route;

import java.util.Arrays;

/**
 * Requests that ended and wait until the pauses they may have met are known. A ring that
 * grows to 1.3 MB, for some 20,000 requests a second; beyond they are only counted.
 * <p>
 * Thread-safe, no garbage once it has grown.
 */
final class EndedRequests {

	static final int MAX_CAPACITY = 1 << 16;

	private static final int MIN_CAPACITY = 1 << 8;

	private static final int ENTRY_BYTES = 2 * Long.BYTES + Integer.BYTES;

	private long[] starts = new long[MIN_CAPACITY];

	private long[] ends = new long[MIN_CAPACITY];

	private int[] routes = new int[MIN_CAPACITY];

	private int first;

	private int count;

	private long lost;

	synchronized void add(int route, long startNanos, long endNanos) {
		if (this.count == this.routes.length && !grow()) {
			this.lost++;
			return;
		}
		int index = (this.first + this.count++) & (this.routes.length - 1);
		this.starts[index] = startNanos;
		this.ends[index] = endNanos;
		this.routes[index] = route;
	}

	/**
	 * Take the oldest ones out.
	 * @param endedBefore those that ended later stay
	 * @param taken where they go
	 * @return whether any was taken
	 */
	synchronized boolean take(long endedBefore, Batch taken) {
		taken.size = 0;
		while (taken.size < Batch.CAPACITY && this.count > 0 && this.ends[this.first] - endedBefore < 0) {
			taken.starts[taken.size] = this.starts[this.first];
			taken.ends[taken.size] = this.ends[this.first];
			taken.routes[taken.size++] = this.routes[this.first];
			this.first = (this.first + 1) & (this.routes.length - 1);
			this.count--;
		}
		return taken.size > 0;
	}

	/**
	 * Return how many were lost since the last call.
	 * @return their number
	 */
	synchronized long takeLost() {
		long result = this.lost;
		this.lost = 0;
		return result;
	}

	synchronized long heapBytes() {
		return (long) ENTRY_BYTES * this.routes.length;
	}

	private boolean grow() {
		int length = this.routes.length;
		if (length == MAX_CAPACITY) {
			return false;
		}
		this.starts = unrolled(this.starts);
		this.ends = unrolled(this.ends);
		int[] old = this.routes;
		this.routes = Arrays.copyOfRange(old, this.first, this.first + 2 * length);
		System.arraycopy(old, 0, this.routes, length - this.first, this.first);
		this.first = 0;
		return true;
	}

	// A full ring, the oldest first, and as much room again.
	private long[] unrolled(long[] ring) {
		long[] unrolled = Arrays.copyOfRange(ring, this.first, this.first + 2 * ring.length);
		System.arraycopy(ring, 0, unrolled, ring.length - this.first, this.first);
		return unrolled;
	}

	/**
	 * Some requests that were taken out.
	 */
	static final class Batch {

		static final int CAPACITY = 256;

		private final long[] starts = new long[CAPACITY];

		private final long[] ends = new long[CAPACITY];

		private final int[] routes = new int[CAPACITY];

		private int size;

		void forEach(Visitor visitor) {
			for (int i = 0; i < this.size; i++) {
				visitor.request(this.routes[i], this.starts[i], this.ends[i]);
			}
		}

	}

	/**
	 * Told of a request.
	 */
	interface Visitor {

		void request(int route, long startNanos, long endNanos);

	}

}
