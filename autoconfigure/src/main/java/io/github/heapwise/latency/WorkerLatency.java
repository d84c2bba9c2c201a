package io.github.heapwise.latency;

import io.github.heapwise.histogram.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * A pool, and how long tasks waited in it.
 *
 * @param name how it is called
 * @param kind what it is
 * @param active threads that work now, {@code null} where that is unknown
 * @param max threads it may have
 * @param queued tasks that wait now, {@code null} where that is unknown
 * @param utilization share of the threads that worked in the window, not a number where
 * it is unknown
 * @param startDelay nanoseconds a task waited for a thread
 * @param pinned virtual threads that held on to a carrier, {@code null} for other pools
 */
public record WorkerLatency(String name, PoolKind kind, @Nullable Integer active, int max, @Nullable Integer queued,
		double utilization, Distribution startDelay, @Nullable Pinned pinned) {

	WorkerLatency(String name, PoolKind kind, @Nullable Integer active, int max, @Nullable Integer queued,
			double utilization, Distribution startDelay) {
		this(name, kind, active, max, queued, utilization, startDelay, null);
	}

	WorkerLatency with(Pinned pinned) {
		return new WorkerLatency(this.name, this.kind, this.active, this.max, this.queued, this.utilization,
				this.startDelay, pinned);
	}

}
