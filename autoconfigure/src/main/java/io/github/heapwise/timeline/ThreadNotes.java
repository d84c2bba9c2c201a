package io.github.heapwise.timeline;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What one platform thread served: a ring of what is done and what it serves at the
 * moment. The ring grows while it reaches back less than samples take to arrive.
 * <p>
 * The lock is hardly ever contended: a reader comes for each sample on the thread, some
 * tens a second.
 */
final class ThreadNotes {

	/**
	 * How far back it is to reach. Flight Recorder delivers within two seconds.
	 */
	static final long REACH_NANOS = TimeUnit.SECONDS.toNanos(4);

	private static final int MIN_CAPACITY = 16;

	private static final int MAX_CAPACITY = 8192;

	private static final int NOTE_BYTES = 2 * Long.BYTES + Integer.BYTES;

	private static final int OWN_BYTES = 200;

	private final WeakReference<Thread> thread;

	private final RingBudget budget;

	private long[] starts = new long[0];

	private long[] ends = new long[0];

	private int[] routes = new int[0];

	private int next;

	private int count;

	private @Nullable OpenRequest open;

	private long openSince;

	ThreadNotes(Thread thread, RingBudget budget) {
		this.thread = new WeakReference<>(thread);
		this.budget = budget;
	}

	synchronized void open(long nanos, OpenRequest request) {
		this.open = request;
		this.openSince = nanos;
	}

	synchronized void close(long nanos, int route) {
		if (this.open == null) {
			return;
		}
		this.open = null;
		if (route == RouteTable.NONE) {
			return;
		}
		if (this.count == this.routes.length && isTooShort(nanos)) {
			grow();
		}
		if (this.routes.length > 0) {
			add(this.openSince, nanos, route);
		}
	}

	synchronized int routeAt(long nanos) {
		if (this.open != null && nanos - this.openSince >= 0) {
			return this.open.route();
		}
		int back = endedAfter(nanos);
		int index = (back > 0) ? index(back) : 0;
		return (back > 0 && nanos - this.starts[index] >= 0) ? this.routes[index] : RouteTable.NONE;
	}

	boolean isThreadGone() {
		Thread current = this.thread.get();
		return current == null || !current.isAlive();
	}

	/**
	 * Return whether no sample may be looked up any more that was taken for a request
	 * that is done.
	 * @param nanos the time now, of {@link System#nanoTime()}
	 * @return whether its notes are older than they need be
	 */
	synchronized boolean isOutdated(long nanos) {
		int last = Math.floorMod(this.next - 1, Math.max(1, this.routes.length));
		return this.count == 0 || nanos - this.ends[last] > REACH_NANOS;
	}

	synchronized void free() {
		if (this.routes.length > 0) {
			this.budget.give(bytes(this.routes.length));
		}
	}

	// Notes are in the order of time and do not overlap, so there is no need to look at
	// all
	// the thousands that a sample is late.
	private int endedAfter(long nanos) {
		int after = 0;
		int notAfter = this.count + 1;
		while (notAfter - after > 1) {
			int middle = (after + notAfter) >>> 1;
			if (nanos - this.ends[index(middle)] < 0) {
				after = middle;
			}
			else {
				notAfter = middle;
			}
		}
		return after;
	}

	// That of the last note is one back.
	private int index(int back) {
		return Math.floorMod(this.next - back, this.routes.length);
	}

	private void add(long start, long end, int route) {
		this.starts[this.next] = start;
		this.ends[this.next] = end;
		this.routes[this.next] = route;
		this.next = (this.next + 1) % this.routes.length;
		this.count = Math.min(this.count + 1, this.routes.length);
	}

	private boolean isTooShort(long nanos) {
		return this.count == 0 || nanos - this.ends[this.next] < REACH_NANOS;
	}

	private void grow() {
		int capacity = Math.max(MIN_CAPACITY, 2 * this.routes.length);
		long more = bytes(capacity) - ((this.routes.length > 0) ? bytes(this.routes.length) : 0);
		if (capacity > MAX_CAPACITY || !this.budget.take(more)) {
			return;
		}
		this.starts = unrolled(this.starts, capacity);
		this.ends = unrolled(this.ends, capacity);
		int[] oldRoutes = this.routes;
		this.routes = Arrays.copyOfRange(oldRoutes, this.next, this.next + capacity);
		System.arraycopy(oldRoutes, 0, this.routes, oldRoutes.length - this.next, this.next);
		this.next = this.count;
	}

	// A full ring, the oldest first.
	private long[] unrolled(long[] ring, int capacity) {
		long[] unrolled = Arrays.copyOfRange(ring, this.next, this.next + capacity);
		System.arraycopy(ring, 0, unrolled, ring.length - this.next, this.next);
		return unrolled;
	}

	private static long bytes(int capacity) {
		return OWN_BYTES + (long) NOTE_BYTES * capacity;
	}

}
