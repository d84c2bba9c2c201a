package io.github.heapwise.latency;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.github.heapwise.histogram.SliceRange;

/**
 * A pool, and how long tasks wait in it. Measured by the probing thread, read by any.
 * <p>
 * A pool that is idle is left alone, so that its threads may time out. One that is busy
 * is handed a task as a request would be: where a pool starts a thread for each task up
 * to its maximum, it does so for ours too.
 */
final class WatchedPool extends Watched {

	static final long INTERVAL_NANOS = 100_000_000;

	private final Pool pool;

	private final StartDelay startDelay;

	private final Consumer<String> onProblem;

	private boolean takesOurs = true;

	private boolean idleBefore;

	WatchedPool(String name, Pool pool, LongSupplier nanoTime, Consumer<String> onProblem) {
		super(name, INTERVAL_NANOS);
		this.pool = pool;
		this.onProblem = onProblem;
		this.startDelay = new StartDelay(pool.executor(), delays(), nanoTime);
	}

	@Override
	void tick(long now, boolean measure) {
		PoolState state = this.pool.state();
		if (state.shutdown()) {
			drop();
			return;
		}
		if (!Double.isNaN(state.utilization())) {
			utilization().add(state.utilization());
		}
		this.startDelay.look();
		if (measure) {
			measure(now, !state.isIdle() && state.room());
		}
		giveUpIfLost(state.isIdle());
	}

	// What decorates tasks may know those of the application only.
	private void measure(long now, boolean send) {
		try {
			this.startDelay.measure(now, send && this.takesOurs);
		}
		catch (RuntimeException ex) {
			this.takesOurs = false;
			this.onProblem.accept("How long tasks wait in '%s' is not measured: %s".formatted(name(), ex));
		}
	}

	// An idle pool has nothing to start: the task was thrown away, by a policy or a
	// purge.
	private void giveUpIfLost(boolean idle) {
		boolean lost = idle && this.idleBefore && this.startDelay.isWaiting();
		if (lost) {
			this.startDelay.giveUp();
		}
		this.idleBefore = idle && this.startDelay.isWaiting();
	}

	PoolKind kind() {
		return this.pool.kind();
	}

	/**
	 * Return how the pool is now and was in the window.
	 * @param slices which part of the window
	 * @return its latency
	 */
	WorkerLatency read(SliceRange slices) {
		PoolState state = this.pool.state();
		Integer queued = state.queued();
		if (queued != null && this.startDelay.isWaiting()) {
			queued = Math.max(0, queued - 1);
		}
		return new WorkerLatency(name(), this.pool.kind(), state.active(), state.max(), queued,
				utilization().mean(slices), delays().distribution(slices));
	}

}
