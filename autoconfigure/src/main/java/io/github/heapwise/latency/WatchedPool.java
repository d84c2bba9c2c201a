package io.github.heapwise.latency;

import java.util.function.LongSupplier;

/**
 * A pool, and how long tasks wait in it. Measured by the probing thread, read by any.
 * <p>
 * A pool that is idle is left alone, so that its threads may time out. One that is busy
 * is handed a task as a request would be: where a pool starts a thread for each task up
 * to its maximum, it does so for ours too.
 */
final class WatchedPool implements Watched {

	static final long INTERVAL_NANOS = 100_000_000;

	private final String name;

	private final Pool pool;

	private final LatencyWindow delays = new LatencyWindow(INTERVAL_NANOS);

	private final MeanWindow utilization = new MeanWindow();

	private final StartDelay startDelay;

	private boolean idleBefore;

	private volatile boolean gone;

	WatchedPool(String name, Pool pool, LongSupplier nanoTime) {
		this.name = name;
		this.pool = pool;
		this.startDelay = new StartDelay(pool.executor(), this.delays, nanoTime);
	}

	@Override
	public void tick(long now, boolean measure) {
		PoolState state = this.pool.state();
		this.gone = state.shutdown();
		if (this.gone) {
			return;
		}
		if (!Double.isNaN(state.utilization())) {
			this.utilization.add(state.utilization());
		}
		this.startDelay.look();
		if (measure) {
			this.startDelay.measure(now, !state.isIdle() && state.room());
		}
		giveUpIfLost(state.isIdle());
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

	@Override
	public void endSecond(RowWriter row) {
		row.delays(this.delays.endSecond());
		row.ratio(this.utilization.endSecond());
	}

	@Override
	public void endSlices(int slices) {
		this.delays.endSlices(slices);
		this.utilization.endSlices(slices);
	}

	PoolKind kind() {
		return this.pool.kind();
	}

	/**
	 * Return how the pool is now and was in the window.
	 * @return its latency
	 */
	WorkerLatency read() {
		PoolState state = this.pool.state();
		Integer queued = state.queued();
		if (queued != null && this.startDelay.isWaiting()) {
			queued = Math.max(0, queued - 1);
		}
		return new WorkerLatency(this.name, this.pool.kind(), state.active(), state.max(), queued,
				this.utilization.mean(), this.delays.distribution());
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public LatencyWindow delays() {
		return this.delays;
	}

	@Override
	public boolean isGone() {
		return this.gone;
	}

	@Override
	public void drop() {
		this.gone = true;
	}

	@Override
	public long heapBytes() {
		return this.delays.heapBytes();
	}

}
