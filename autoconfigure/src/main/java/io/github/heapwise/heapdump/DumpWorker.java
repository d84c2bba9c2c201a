package io.github.heapwise.heapdump;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The thread that takes dumps, one after the other, and keeps the directory in order. It
 * is there from the first use on.
 */
final class DumpWorker implements AutoCloseable {

	private static final long HOUSEKEEPING_HOURS = 1;

	private static final long MAX_WAIT_SECONDS = 5;

	private final DumpRun run;

	private final Housekeeping housekeeping;

	private final Consumer<String> onProblem;

	private final AtomicBoolean begun = new AtomicBoolean();

	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
			(task) -> DumpThreads.create(task, "heapdump"));

	DumpWorker(DumpRun run, Housekeeping housekeeping, Consumer<String> onProblem) {
		this.run = run;
		this.housekeeping = housekeeping;
		this.onProblem = onProblem;
		this.executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	/**
	 * Begin to keep the directory in order, unless that has begun.
	 */
	void begin() {
		if (this.begun.compareAndSet(false, true)) {
			this.executor.scheduleWithFixedDelay(this::keepHouse, 0, HOUSEKEEPING_HOURS, TimeUnit.HOURS);
		}
	}

	/**
	 * Take a dump when those before it are done.
	 * @param job what to take
	 * @return whether it will be; {@code false} once this is closed
	 */
	boolean take(DumpJob job) {
		try {
			begin();
			this.executor.execute(() -> {
				this.run.run(job);
				retain();
			});
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
	}

	/**
	 * Take no more. Waits for what is under way, at most 5 seconds.
	 */
	@Override
	public void close() {
		// No interrupt: it would close a file that is being written.
		this.executor.shutdown();
		try {
			this.executor.awaitTermination(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Delete what is too much. On any thread.
	 */
	void retain() {
		try {
			this.housekeeping.retain();
		}
		catch (RuntimeException ex) {
			this.onProblem.accept("Old heap dumps cannot be deleted: " + ex);
		}
	}

	private void keepHouse() {
		try {
			this.housekeeping.run();
		}
		// An error as well, or this would be the last time.
		catch (IOException | RuntimeException | Error ex) {
			this.onProblem.accept("The directory of heap dumps cannot be kept in order: " + ex);
		}
	}

}
