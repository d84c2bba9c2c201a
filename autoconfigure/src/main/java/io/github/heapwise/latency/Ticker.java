package io.github.heapwise.latency;

import io.github.heapwise.jvm.OwnThread;

/**
 * A daemon thread that does something at regular intervals, without garbage. What was
 * missed while the process stood still is not caught up with: the next tick is an
 * interval after the last one began.
 */
final class Ticker implements AutoCloseable {

	private final long intervalNanos;

	private final Task task;

	private final OwnThread thread;

	/**
	 * Create a ticker that does not tick yet.
	 * @param name name of its thread, behind our prefix
	 * @param intervalNanos time from tick to tick
	 * @param task what is done; must not throw
	 */
	Ticker(String name, long intervalNanos, Task task) {
		this.intervalNanos = intervalNanos;
		this.task = task;
		this.thread = new OwnThread(name, this::run);
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Stop ticking. Waits for a tick that is under way.
	 */
	@Override
	public void close() {
		this.thread.close();
	}

	private void run(OwnThread self) {
		long planned = System.nanoTime() + this.intervalNanos;
		while (self.sleep(planned - System.nanoTime())) {
			long now = System.nanoTime();
			this.task.tick(planned, now);
			planned = now + this.intervalNanos;
		}
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
