package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

/**
 * What the rules about waiting, CPU and load compare with.
 *
 * @param warmUp time after the start of the JVM that tells nothing: it loads and compiles
 * classes
 * @param stall for {@code stall}
 * @param pool for {@code pool-saturated}
 * @param loop for {@code loop-blocked}
 * @param pinned for {@code threads-pinned}
 * @param waiting for {@code waiting-on-io}
 * @param cpu for {@code cpu-bound}
 * @param throttled for {@code cpu-throttled}
 * @param dominates for {@code route-dominates}
 * @param paused for {@code slow-by-pauses}
 * @param load for {@code too-little-load}
 */
public record PerformanceThresholds(Duration warmUp, Stall stall, Pool pool, Loop loop, Pinned pinned, Waiting waiting,
		Cpu cpu, Throttled throttled, Dominates dominates, Paused paused, Load load) {

	/**
	 * What fits most applications.
	 */
	public static final PerformanceThresholds DEFAULTS = new PerformanceThresholds(Duration.ofSeconds(20),
			new Stall(10, 100, 3), new Pool(10, 100, 0.8), new Loop(50, 100, 3), new Pinned(0.5),
			new Waiting(100, 20_000, 0.8, 0.5, 0.1), new Cpu(10, 0.7), new Throttled(0.05), new Dominates(0.5, 10e6),
			new Paused(100, 0.5, 3), new Load(20, 100));

	/**
	 * When all threads are late.
	 *
	 * @param medianMillis median of the delays that is too long
	 * @param maxMillis single delay that is too long
	 * @param seconds seconds with such a delay it takes to be more than bad luck
	 */
	public record Stall(double medianMillis, double maxMillis, int seconds) {

	}

	/**
	 * When a pool has too few threads.
	 *
	 * @param medianMillis median of the waits that is too long
	 * @param p99Millis 99th percentile that is too long
	 * @param utilizationRatio share of the threads that work without which it is not the
	 * pool
	 */
	public record Pool(double medianMillis, double p99Millis, double utilizationRatio) {

	}

	/**
	 * When an event loop is blocked.
	 *
	 * @param p99Millis 99th percentile of the delays that is too long
	 * @param maxMillis single delay that is too long
	 * @param seconds seconds with such a delay it takes to be more than bad luck
	 */
	public record Loop(double p99Millis, double maxMillis, int seconds) {

	}

	/**
	 * When pinning costs.
	 *
	 * @param perSecond pinned virtual threads a second
	 */
	public record Pinned(double perSecond) {

	}

	/**
	 * When requests wait for others.
	 *
	 * @param medianMillis median of a route from which it is slow
	 * @param longPollMillis median from which it waits on purpose
	 * @param waitingRatio share of their time that requests wait
	 * @param idleRatio share of the processors that is idle
	 * @param stoppedRatio share of the time that the collector stops the application,
	 * from which that comes first
	 */
	public record Waiting(double medianMillis, double longPollMillis, double waitingRatio, double idleRatio,
			double stoppedRatio) {

	}

	/**
	 * When requests compute too much.
	 *
	 * @param requestMillis CPU time of a request that is much
	 * @param busyRatio share of the processors that the application uses
	 */
	public record Cpu(double requestMillis, double busyRatio) {

	}

	/**
	 * When a container has too little CPU.
	 *
	 * @param throttledRatio share of the periods of its limit in which it is kept from it
	 */
	public record Throttled(double throttledRatio) {

	}

	/**
	 * When a route is worth a look before the others.
	 *
	 * @param shareRatio its share of the bytes
	 * @param bytesPerSecond what all allocate at least for that to matter
	 */
	public record Dominates(double shareRatio, double bytesPerSecond) {

	}

	/**
	 * When pauses make requests slow.
	 *
	 * @param slowerMillis by how much the slowest take longer than most
	 * @param pausedRatio share of the slowest that met a pause, and of the difference
	 * that pauses explain
	 * @param pauses how many such pauses it takes to be more than bad luck
	 */
	public record Paused(double slowerMillis, double pausedRatio, int pauses) {

	}

	/**
	 * When there is enough to judge by.
	 *
	 * @param seconds how long it must last
	 * @param requests how many requests there must be
	 */
	public record Load(double seconds, long requests) {

	}

}
