package io.github.heapwise.route;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.jvm.OwnThreads;

/**
 * A thread that does something once a second until it is closed. A loop, not an executor,
 * which would catch up with one for every second that the process slept.
 */
final class EverySecond implements AutoCloseable {

	private static final long MAX_WAIT_MILLIS = 5000;

	private final CountDownLatch end = new CountDownLatch(1);

	private final Runnable task;

	private final Thread thread;

	EverySecond(String name, Runnable task) {
		this.task = task;
		this.thread = new Thread(this::run, OwnThreads.PREFIX + name);
		this.thread.setDaemon(true);
		this.thread.start();
	}

	@Override
	public void close() {
		this.end.countDown();
		try {
			this.thread.join(MAX_WAIT_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		try {
			while (!this.end.await(1, TimeUnit.SECONDS)) {
				runOnce();
			}
		}
		catch (InterruptedException ex) {
			// somebody wants this thread to end
		}
	}

	private void runOnce() {
		try {
			this.task.run();
		}
		catch (RuntimeException | Error ex) {
			// The next time may succeed, also after memory ran out.
		}
	}

}
