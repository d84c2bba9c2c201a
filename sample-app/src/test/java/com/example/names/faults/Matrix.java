package com.example.names.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs all cases: one batch after the other, and those of a batch at the same time.
 */
final class Matrix {

	private final Map<Case, CompletableFuture<Outcome>> outcomes = new LinkedHashMap<>();

	private Matrix() {
	}

	/**
	 * Run them. Takes a quarter of an hour.
	 * @param batches the cases
	 * @return what came of them
	 */
	static Matrix run(List<List<Case>> batches) {
		Matrix matrix = new Matrix();
		ExecutorService executor = Executors.newCachedThreadPool();
		try {
			batches.forEach((batch) -> matrix.run(batch, executor));
		}
		finally {
			executor.shutdownNow();
		}
		return matrix;
	}

	/**
	 * What the diagnosis of a case said.
	 * @param which the case
	 * @return the outcome
	 * @throws java.util.concurrent.CompletionException if it could not be run
	 */
	Outcome outcome(Case which) {
		return this.outcomes.get(which).join();
	}

	private void run(List<Case> batch, ExecutorService executor) {
		batch.forEach((each) -> this.outcomes.put(each, CompletableFuture.supplyAsync(each::run, executor)));
		// One that cannot be run fails its own test.
		batch.forEach((each) -> this.outcomes.get(each).exceptionally((failure) -> null).join());
	}

}
