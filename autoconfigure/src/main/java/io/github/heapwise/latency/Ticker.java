package io.github.heapwise.latency;

import java.util.concurrent.locks.LockSupport;

import io.github.heapwise.jvm.OwnThreads;

/**
 * A daemon thread that does something at regular intervals, without garbage. What was
 * missed while the process stood still is not caught up with: the next tick is an
 * interval after the last one began.
 */
final class Ticker implements AutoCloseable {

	private static final long MAX_WAIT_MILLIS = 5000;

	private final long intervalNanos;

	private final Task task;

	private final Thread thread;

	private volatile boolean closed;

	/**
	 * Create a ticker that does not tick yet.
	 * @param name name of its thread, behind our prefix
	 * @param intervalNanos time from tick to tick
	 * @param task what is done; must not throw
	 */
	Ticker(String name, long intervalNanos, Task task) {
		this.intervalNanos = intervalNanos;
		this.task = task;
		this.thread = new Thread(this::run, OwnThreads.PREFIX + name);
		this.thread.setDaemon(true);
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Stop ticking. Waits for a tick that is under way.
	 */
	@Override
	public void close() {
		this.closed = true;
		LockSupport.unpark(this.thread);
		try {
			this.thread.join(MAX_WAIT_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		long planned = System.nanoTime() + this.intervalNanos;
		while (isOpenAt(planned)) {
			long now = System.nanoTime();
			this.task.tick(planned, now);
			planned = now + this.intervalNanos;
		}
	}

	private boolean isOpenAt(long planned) {
		for (long wait = planned - System.nanoTime(); wait > 0 && isOpen(); wait = planned - System.nanoTime()) {
			LockSupport.parkNanos(this, wait);
		}
		return isOpen();
	}

	// An interrupted thread could not park any more, and would spin.
	private boolean isOpen() {
		return !this.closed && !Thread.currentThread().isInterrupted();
	}

	/**
	 * What is done at each tick.
	 */
	@FunctionalInterface
	interface Task {

		/**
		 * A tick.
		 * @param planned when it was to be, in {@code System.nanoTime()}
		 * @param now when it is
		 */
		void tick(long planned, long now);

	}

}
