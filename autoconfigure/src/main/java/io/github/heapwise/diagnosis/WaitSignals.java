package io.github.heapwise.diagnosis;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who waited in the time that is judged: under load, if there was any.
 *
 * @param stallMedianNanos median of how much later than planned a thread woke
 * @param stallMaxNanos the largest of it
 * @param stalls how many times it was measured
 * @param stallMillis the largest of it in each second of the window
 * @param pools thread pools
 * @param loops event loops
 * @param pinned virtual threads that did not let go of their carrier, {@code null} where
 * nobody tells
 */
public record WaitSignals(long stallMedianNanos, long stallMaxNanos, long stalls, Series stallMillis,
		List<PoolWait> pools, List<LoopWait> loops, @Nullable Blocked pinned) {

	public WaitSignals {
		pools = List.copyOf(pools);
		loops = List.copyOf(loops);
	}

	/**
	 * A pool, and how long tasks waited in it.
	 *
	 * @param name its name
	 * @param max threads it may have
	 * @param queued tasks that wait now, {@code null} where it is not known
	 * @param utilizationRatio share of its threads that worked, not a number where it is
	 * not known
	 * @param medianNanos median of the waits
	 * @param p99Nanos 99th percentile of the waits
	 * @param count how many were measured
	 * @param waitMillis the longest wait of each second of the window
	 */
	public record PoolWait(String name, int max, @Nullable Integer queued, double utilizationRatio, long medianNanos,
			long p99Nanos, long count, Series waitMillis) {

	}

	/**
	 * An event loop.
	 *
	 * @param name its name
	 * @param p99Nanos 99th percentile of how long a task waited
	 * @param maxNanos the longest
	 * @param longest what blocked it longest, {@code null} if nothing did
	 * @param delayMillis the longest of each second of the window
	 */
	public record LoopWait(String name, long p99Nanos, long maxNanos, @Nullable Blocked longest, Series delayMillis) {

	}

	/**
	 * Threads that let others wait.
	 *
	 * @param count how many times
	 * @param longestNanos for how long at most
	 * @param stack what the longest did, the innermost frame first
	 */
	public record Blocked(long count, long longestNanos, List<String> stack) {

		public Blocked {
			stack = List.copyOf(stack);
		}

	}

}
