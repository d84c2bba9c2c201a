package io.github.heapwise.latency;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Measures again and again how long a task waits for its start, with one task at a time.
 * While one waits, its age counts, so that an executor that is stuck shows so before it
 * is free again. Used by the probing thread only.
 */
final class StartDelay {

	private final Executor executor;

	private final LatencyWindow delays;

	private final LongSupplier nanoTime;

	private Probe probe;

	private volatile boolean waiting;

	private long recordedNanos;

	StartDelay(Executor executor, LatencyWindow delays, LongSupplier nanoTime) {
		this.executor = executor;
		this.delays = delays;
		this.nanoTime = nanoTime;
		this.probe = new Probe(nanoTime);
	}

	/**
	 * Look whether the task was started, and record that it was.
	 * @return its delay, 0 if there was none under way or it still waits
	 */
	long look() {
		if (!this.waiting || !this.probe.isStarted()) {
			return 0;
		}
		this.waiting = false;
		long delay = Math.max(1, this.probe.startedNanos() - this.probe.sentNanos());
		this.delays.waited(delay, this.recordedNanos);
		return delay;
	}

	/**
	 * Send the next task if none is under way, or else count how long that one has waited
	 * so far. To be called at the interval of the delays.
	 * @param now the time in {@code System.nanoTime()}
	 * @param send whether one may be sent
	 */
	void measure(long now, boolean send) {
		if (this.waiting) {
			this.recordedNanos = Math.max(0, now - this.probe.sentNanos());
			this.delays.waits(this.recordedNanos);
		}
		else if (send) {
			this.recordedNanos = 0;
			this.waiting = this.probe.send(this.executor);
		}
	}

	/**
	 * Give up the task that is under way: it was lost, and may yet turn up.
	 */
	void giveUp() {
		this.waiting = false;
		this.probe = new Probe(this.nanoTime);
	}

	/**
	 * Return whether a task is under way. Safe to ask from any thread.
	 * @return whether there is one
	 */
	boolean isWaiting() {
		return this.waiting;
	}

	/**
	 * Return whether the task under way has not been started yet.
	 * @return whether it waits
	 */
	boolean isUnstarted() {
		return this.waiting && !this.probe.isStarted();
	}

	long sentNanos() {
		return this.probe.sentNanos();
	}

}
