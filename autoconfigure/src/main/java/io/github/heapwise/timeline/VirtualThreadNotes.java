package io.github.heapwise.timeline;

import org.jspecify.annotations.Nullable;

/**
 * What virtual threads served last: a table found by the lower bits of the thread's id.
 * Ids are given in order, so it holds the threads that started last, and a thread that
 * lives long keeps its place until one with the same bits serves a request.
 */
final class VirtualThreadNotes {

	private static final int SLOTS = 1 << 15;

	private static final int SLOT_BYTES = 3 * Long.BYTES + 2 * Integer.BYTES;

	// made when the first virtual thread serves a request
	private volatile @Nullable Slots slots;

	void open(long threadId, long nanos, OpenRequest request) {
		Slots table = slots();
		int slot = slot(threadId);
		synchronized (table.lock(slot)) {
			table.ids[slot] = threadId;
			table.starts[slot] = nanos;
			table.open[slot] = request;
		}
	}

	void close(long threadId, long nanos, int route) {
		Slots table = slots();
		int slot = slot(threadId);
		synchronized (table.lock(slot)) {
			if (table.ids[slot] == threadId && table.open[slot] != null) {
				table.ends[slot] = nanos;
				table.routes[slot] = route;
				table.open[slot] = null;
			}
		}
	}

	int routeAt(long threadId, long nanos) {
		Slots table = this.slots;
		if (table == null) {
			return RouteTable.NONE;
		}
		int slot = slot(threadId);
		synchronized (table.lock(slot)) {
			return (table.ids[slot] == threadId) ? table.routeAt(slot, nanos) : RouteTable.NONE;
		}
	}

	long heapBytes() {
		return (this.slots != null) ? (long) SLOTS * SLOT_BYTES : 0;
	}

	private static int slot(long threadId) {
		return (int) threadId & (SLOTS - 1);
	}

	private Slots slots() {
		Slots table = this.slots;
		return (table != null) ? table : create();
	}

	private synchronized Slots create() {
		Slots table = (this.slots != null) ? this.slots : new Slots();
		this.slots = table;
		return table;
	}

	private static final class Slots {

		private static final int LOCKS = 64;

		private final Object[] locks = new Object[LOCKS];

		private final long[] ids = new long[SLOTS];

		private final long[] starts = new long[SLOTS];

		private final long[] ends = new long[SLOTS];

		private final int[] routes = new int[SLOTS];

		private final @Nullable OpenRequest[] open = new OpenRequest[SLOTS];

		Slots() {
			for (int i = 0; i < LOCKS; i++) {
				this.locks[i] = new Object();
			}
		}

		Object lock(int slot) {
			return this.locks[slot % LOCKS];
		}

		int routeAt(int slot, long nanos) {
			if (nanos - this.starts[slot] < 0) {
				return RouteTable.NONE;
			}
			OpenRequest request = this.open[slot];
			if (request != null) {
				return request.route();
			}
			return (nanos - this.ends[slot] < 0) ? this.routes[slot] : RouteTable.NONE;
		}

	}

}
