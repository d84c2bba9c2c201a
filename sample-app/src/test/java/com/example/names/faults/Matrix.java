package com.example.names.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs all cases: one after the other of those that use the processors, beside them a few
 * of those that do not, and last of all those that need the whole machine.
 */
final class Matrix implements AutoCloseable {

	private static final int QUIET_AT_A_TIME = 5;

	private final ExecutorService busy = Executors.newSingleThreadExecutor();

	private final ExecutorService quiet = Executors.newFixedThreadPool(QUIET_AT_A_TIME);

	private final Map<Case, CompletableFuture<Outcome>> outcomes = new LinkedHashMap<>();

	/**
	 * Begin to run them.
	 * @return the matrix, which fills
	 */
	static Matrix start() {
		Matrix matrix = new Matrix();
		Cases.busy().forEach((each) -> matrix.run(each, matrix.busy));
		Cases.quiet().forEach((each) -> matrix.run(each, matrix.quiet));
		CompletableFuture<?>[] others = matrix.outcomes.values().toArray(CompletableFuture<?>[]::new);
		Cases.alone().forEach((each) -> matrix.run(each, (run) -> whenDone(others, run, matrix.busy)));
		return matrix;
	}

	/**
	 * What the diagnosis of a case said. Waits until it has run.
	 * @param which the case
	 * @return the outcome
	 */
	Outcome outcome(Case which) {
		return this.outcomes.get(which).join();
	}

	// Whether they succeeded or not.
	private static void whenDone(CompletableFuture<?>[] others, Runnable run, Executor executor) {
		CompletableFuture.allOf(others).whenCompleteAsync((done, failure) -> run.run(), executor);
	}

	private void run(Case which, Executor executor) {
		this.outcomes.put(which, CompletableFuture.supplyAsync(which::run, executor));
	}

	@Override
	public void close() {
		this.busy.shutdownNow();
		this.quiet.shutdownNow();
	}

}
