package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.jvm.OwnThreads;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks at the same time, the first on the thread of the caller. If one fails, the
 * others are told to stop.
 */
final class Workers implements CancelSignal {

	private final CancelSignal cancel;

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	private Workers(CancelSignal cancel) {
		this.cancel = cancel;
	}

	/**
	 * Run tasks to their end, that of the slowest.
	 * @param cancel asked by the tasks, as they see fit
	 * @param tasks what to run, each on a thread of its own
	 * @throws IOException what the first one to fail has thrown
	 */
	static void run(CancelSignal cancel, Task... tasks) throws IOException {
		Workers workers = new Workers(cancel);
		CountDownLatch ended = new CountDownLatch(tasks.length - 1);
		for (int i = 1; i < tasks.length; i++) {
			Task task = tasks[i];
			Thread thread = new Thread(() -> workers.run(task, ended), OwnThreads.PREFIX + "heap-index-" + i);
			thread.setDaemon(true);
			thread.start();
		}
		workers.run(tasks[0], new CountDownLatch(0));
		workers.await(ended);
		workers.rethrow();
	}

	@Override
	public @Nullable String reason() {
		return (this.failure.get() != null) ? "Another part of the work has failed" : this.cancel.reason();
	}

	private void run(Task task, CountDownLatch ended) {
		try {
			task.run(this);
		}
		catch (Throwable ex) {
			this.failure.compareAndSet(null, ex);
		}
		finally {
			ended.countDown();
		}
	}

	// What the others use must not be taken from them, so they are waited for even if
	// this thread is interrupted.
	private void await(CountDownLatch ended) {
		boolean interrupted = false;
		while (ended.getCount() > 0) {
			try {
				ended.await();
			}
			catch (InterruptedException ex) {
				interrupted = true;
				this.failure.compareAndSet(null, new IOException("Interrupted while a heap dump was analysed"));
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void rethrow() throws IOException {
		Throwable thrown = this.failure.get();
		if (thrown instanceof IOException ex) {
			throw ex;
		}
		if (thrown instanceof RuntimeException ex) {
			throw ex;
		}
		if (thrown instanceof Error ex) {
			throw ex;
		}
	}

	/**
	 * Part of some work.
	 */
	@FunctionalInterface
	interface Task {

		/**
		 * Do it.
		 * @param cancel tells it to stop
		 */
		void run(CancelSignal cancel) throws IOException;

	}

}
