package io.github.heapwise.latency;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * A task that does nothing but note when it was started, sent again and again. Sent by
 * one thread, run by any. No garbage.
 */
final class Probe implements Runnable {

	private final LongSupplier nanoTime;

	private @Nullable Thread sender;

	private volatile long sentNanos;

	private long startedNanos;

	private @Nullable Thread runner;

	// written last and read first, so that whoever reads it sees the two above
	private volatile boolean started;

	Probe(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Send it. It must not be under way.
	 * @param executor where to
	 * @return whether it was taken by a thread of the executor: not if it was rejected,
	 * or run at once by the sender as some executors do with what they have no room for
	 */
	boolean send(Executor executor) {
		this.started = false;
		this.sender = Thread.currentThread();
		this.sentNanos = this.nanoTime.getAsLong();
		try {
			executor.execute(this);
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
		return !this.started || this.runner != this.sender;
	}

	@Override
	public void run() {
		this.startedNanos = this.nanoTime.getAsLong();
		this.runner = Thread.currentThread();
		this.started = true;
	}

	boolean isStarted() {
		return this.started;
	}

	long sentNanos() {
		return this.sentNanos;
	}

	/**
	 * Return when it was started. Only where it {@link #isStarted was}.
	 * @return the time in {@code System.nanoTime()}
	 */
	long startedNanos() {
		return this.startedNanos;
	}

}
