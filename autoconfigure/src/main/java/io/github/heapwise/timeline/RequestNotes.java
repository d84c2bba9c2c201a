package io.github.heapwise.timeline;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Which thread served which route when, for joining what was sampled on a thread with the
 * request it was done for. A request may be noted several times, once for each stretch on
 * a thread.
 * <p>
 * Writing costs some 20 ns and, once a thread is known, no garbage. Platform threads have
 * a ring each that reaches back some seconds, at most {@value #MAX_RING_BYTES} bytes in
 * all; virtual ones, of which there may be millions, share one that holds some ten
 * thousand requests. Thread-safe: each thread writes its own notes, any may read.
 */
public final class RequestNotes {

	static final long MAX_RING_BYTES = 8 << 20;

	private static final int THREADS_BEFORE_SWEEP = 500;

	private static final int MANY_THREADS = 4096;

	private final RingBudget budget = new RingBudget(MAX_RING_BYTES);

	private final Map<Long, ThreadNotes> byThread = new ConcurrentHashMap<>();

	private final ThreadLocal<@Nullable ThreadNotes> ofThisThread = new ThreadLocal<>();

	private final VirtualThreadNotes virtual = new VirtualThreadNotes();

	private int sweepAbove = THREADS_BEFORE_SWEEP;

	/**
	 * Note that the current thread begins to serve a request.
	 * @param nanos the time, of {@link System#nanoTime()}
	 * @param request asked for its route while it is open
	 */
	public void open(long nanos, OpenRequest request) {
		ThreadNotes notes = notes(nanos);
		if (notes != null) {
			notes.open(nanos, request);
		}
		else {
			this.virtual.open(Thread.currentThread().getId(), nanos, request);
		}
	}

	/**
	 * Note that the current thread has done with the request it opened last.
	 * @param nanos the time, of {@link System#nanoTime()}
	 * @param route number of its route, {@link RouteTable#NONE} to forget the note
	 */
	public void close(long nanos, int route) {
		ThreadNotes notes = notes(nanos);
		if (notes != null) {
			notes.close(nanos, route);
		}
		else {
			this.virtual.close(Thread.currentThread().getId(), nanos, route);
		}
	}

	/**
	 * Return what a thread served at some moment of the last seconds.
	 * @param threadId id of the thread, virtual ones included
	 * @param nanos the moment, of {@link System#nanoTime()}
	 * @return number of the route, {@link RouteTable#NONE} if it served none or that is
	 * not known any more
	 */
	public int routeAt(long threadId, long nanos) {
		ThreadNotes notes = this.byThread.get(threadId);
		return (notes != null) ? notes.routeAt(nanos) : this.virtual.routeAt(threadId, nanos);
	}

	/**
	 * Return the heap that notes take up.
	 * @return bytes
	 */
	public long heapBytes() {
		return this.budget.usedBytes() + this.virtual.heapBytes();
	}

	// A thread-local that is only asked for makes an entry, which most virtual threads
	// would
	// make for one request.
	private @Nullable ThreadNotes notes(long nanos) {
		if (Threads.isCurrentVirtual()) {
			return null;
		}
		ThreadNotes notes = this.ofThisThread.get();
		return (notes != null) ? notes : add(Thread.currentThread(), nanos);
	}

	private ThreadNotes add(Thread thread, long nanos) {
		ThreadNotes notes = new ThreadNotes(thread, this.budget);
		this.byThread.put(thread.getId(), notes);
		this.ofThisThread.set(notes);
		if (this.byThread.size() > this.sweepAbove) {
			sweep(nanos);
		}
		return notes;
	}

	// Samples of a thread arrive when it may have ended already.
	private synchronized void sweep(long nanos) {
		boolean crowded = this.byThread.size() > MANY_THREADS;
		for (Iterator<ThreadNotes> all = this.byThread.values().iterator(); all.hasNext();) {
			ThreadNotes notes = all.next();
			if (notes.isThreadGone() && (crowded || notes.isOutdated(nanos))) {
				all.remove();
				notes.free();
			}
		}
		this.sweepAbove = THREADS_BEFORE_SWEEP + 2 * this.byThread.size();
	}

}
