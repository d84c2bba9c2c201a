package io.github.heapwise.timeline;

import org.jspecify.annotations.Nullable;

/**
 * What virtual threads served last. There may be one for each request, or a few that
 * serve thousands, as those of Jetty that wait for requests do.
 * <p>
 * Thread-safe. The lock is held for some 20 ns to write and microseconds at most to look
 * up.
 */
final class VirtualThreadNotes {

	// made when the first virtual thread serves a request
	private volatile @Nullable Ring ring;

	void open(long threadId, long nanos, OpenRequest request) {
		ring().open(threadId, nanos, request);
	}

	void close(long threadId, long nanos, int route) {
		ring().close(threadId, nanos, route);
	}

	int routeAt(long threadId, long nanos) {
		Ring notes = this.ring;
		return (notes != null) ? notes.routeAt(threadId, nanos) : RouteTable.NONE;
	}

	long heapBytes() {
		return (this.ring != null) ? Ring.HEAP_BYTES : 0;
	}

	private Ring ring() {
		Ring notes = this.ring;
		return (notes != null) ? notes : create();
	}

	private synchronized Ring create() {
		Ring notes = (this.ring != null) ? this.ring : new Ring();
		this.ring = notes;
		return notes;
	}

	/**
	 * A ring of requests in the order they began. Each knows the one before it in its
	 * chain, that of threads whose ids have the same lower bits. Ids are given in order,
	 * so chains are short, but for threads that serve much.
	 */
	private static final class Ring {

		// four seconds of 16,000 requests each
		private static final int CAPACITY = 1 << 16;

		private static final int CHAINS = 1 << 15;

		private static final int MAX_STEPS = 1 << 12;

		private static final long HEAP_BYTES = CAPACITY * (4L * Long.BYTES + 2 * Integer.BYTES)
				+ (long) CHAINS * Long.BYTES;

		// Notes are numbered from 1 on, so that those that are overwritten are known.
		private static final long NONE = 0;

		private final long[] newestByChain = new long[CHAINS];

		private final long[] before = new long[CAPACITY];

		private final long[] ids = new long[CAPACITY];

		private final long[] starts = new long[CAPACITY];

		private final long[] ends = new long[CAPACITY];

		private final int[] routes = new int[CAPACITY];

		private final @Nullable OpenRequest[] open = new OpenRequest[CAPACITY];

		private long last;

		synchronized void open(long threadId, long nanos, OpenRequest request) {
			long number = ++this.last;
			int place = place(number);
			this.before[place] = this.newestByChain[chain(threadId)];
			this.newestByChain[chain(threadId)] = number;
			this.ids[place] = threadId;
			this.starts[place] = nanos;
			this.open[place] = request;
		}

		synchronized void close(long threadId, long nanos, int route) {
			long number = find(threadId, nanos);
			int place = place(number);
			if (number != NONE && this.open[place] != null) {
				this.ends[place] = nanos;
				this.routes[place] = route;
				this.open[place] = null;
			}
		}

		// Not under the lock: a request may hold locks of its own.
		int routeAt(long threadId, long nanos) {
			OpenRequest request;
			synchronized (this) {
				long number = find(threadId, nanos);
				int place = place(number);
				request = (number != NONE) ? this.open[place] : null;
				if (request == null) {
					return (number != NONE && nanos - this.ends[place] < 0) ? this.routes[place] : RouteTable.NONE;
				}
			}
			return request.route();
		}

		// The one that a thread began last before a moment.
		private long find(long threadId, long nanos) {
			long number = this.newestByChain[chain(threadId)];
			for (int step = 0; step < MAX_STEPS && number > Math.max(NONE, this.last - CAPACITY); step++) {
				int place = place(number);
				if (this.ids[place] == threadId && nanos - this.starts[place] >= 0) {
					return number;
				}
				number = this.before[place];
			}
			return NONE;
		}

		private static int chain(long threadId) {
			return (int) threadId & (CHAINS - 1);
		}

		private static int place(long number) {
			return (int) number & (CAPACITY - 1);
		}

	}

}
