package io.github.heapwise.latency;

import org.jspecify.annotations.Nullable;

/**
 * How a pool is at the moment.
 *
 * @param active threads that work, {@code null} where that is unknown
 * @param max threads it may have
 * @param queued tasks that wait for a thread, {@code null} where that is unknown
 * @param room whether one more task could wait without being in the way of others
 * @param shutdown whether it takes no more tasks
 */
public record PoolState(@Nullable Integer active, int max, @Nullable Integer queued, boolean room, boolean shutdown) {

	/**
	 * A pool that was shut down.
	 */
	public static final PoolState SHUTDOWN = new PoolState(0, 0, 0, false, true);

	/**
	 * Return whether there is room for one more task in a queue. Those of the application
	 * are not to be rejected because of ours, so a bounded queue must be free by a
	 * quarter.
	 * @param size tasks in the queue
	 * @param remaining how many more it takes
	 * @return whether there is room
	 */
	public static boolean hasRoom(int size, int remaining) {
		return remaining >= 2 && remaining > ((long) size + remaining) / 4;
	}

	boolean isIdle() {
		return this.active != null && this.active == 0 && this.queued != null && this.queued == 0;
	}

	/**
	 * Return the share of the threads that work.
	 * @return a number from 0 to 1, not a number where it is unknown
	 */
	double utilization() {
		return (this.active != null && this.max > 0) ? Math.min(1, (double) this.active / this.max) : Double.NaN;
	}

}
