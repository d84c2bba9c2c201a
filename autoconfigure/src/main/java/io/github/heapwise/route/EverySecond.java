package io.github.heapwise.route;

import java.util.concurrent.TimeUnit;

import io.github.heapwise.jvm.OwnThread;

/**
 * A thread that does something once a second until it is closed.
 */
final class EverySecond implements AutoCloseable {

	private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

	private final Runnable task;

	private final OwnThread thread;

	EverySecond(String name, Runnable task) {
		this.task = task;
		this.thread = new OwnThread(name, this::run);
		this.thread.start();
	}

	@Override
	public void close() {
		this.thread.close();
	}

	private void run(OwnThread self) {
		while (self.sleep(NANOS)) {
			runOnce();
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
