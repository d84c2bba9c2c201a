package io.github.heapwise.allocation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Chooses what to record so that the cost stays within a budget of CPU time: everything
 * as long as that is affordable, stacks in slices above it, throttled samples where even
 * that is too much or where toggling would flood the recordings of others.
 * <p>
 * Decides on averages over 10 s, once a second, and only from what it is told: no clock,
 * no JFR. Not thread-safe.
 */
final class SamplingGovernor {

	private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

	// While the JIT compiles the stream's code, its thread costs many times what it will.
	private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(30);

	private static final long CALM_NANOS = TimeUnit.SECONDS.toNanos(30);

	private static final long FIRST_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

	private static final long LAST_PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

	private final double budgetRatio;

	private final EventCost cost;

	private final Deque<Tick> window = new ArrayDeque<>();

	private SamplingMode mode = SamplingMode.ALL;

	private long windowNanos;

	private long nanosSinceStart;

	private long nanosInMode;

	private long calmNanos;

	private long patienceNanos = FIRST_PATIENCE_NANOS;

	/**
	 * Create a governor that records everything.
	 * @param budgetRatio CPU time it may use, as a ratio of one core
	 * @param cost what an event costs
	 */
	SamplingGovernor(double budgetRatio, EventCost cost) {
		this.budgetRatio = budgetRatio;
		this.cost = cost;
	}

	SamplingMode mode() {
		return this.mode;
	}

	/**
	 * Return the cost over the last 10 s.
	 * @return ratio of one core
	 */
	double cpuRatio() {
		return ratio(this.window.stream().mapToDouble((tick) -> cost(tick) + tick.ownCpuNanos()).sum());
	}

	/**
	 * Return the events over the last 10 s.
	 * @return events per second
	 */
	double eventsPerSecond() {
		long events = this.window.stream().mapToLong((tick) -> tick.counts().total()).sum();
		return (this.windowNanos > 0) ? events * 1e9 / this.windowNanos : 0;
	}

	/**
	 * Take note of what happened since the last call and decide.
	 * @param tick what happened
	 * @return what to record from now on
	 */
	SamplingMode next(Tick tick) {
		this.nanosSinceStart += tick.elapsedNanos();
		remember(tick);
		SamplingMode next = decide(tick);
		if (next != this.mode) {
			enter(next);
		}
		return this.mode;
	}

	private SamplingMode decide(Tick tick) {
		// Half a window makes an average; the first second of a mode does not.
		boolean expensive = this.windowNanos >= WINDOW_NANOS / 2 && steadyCpuRatio() > this.budgetRatio;
		return switch (this.mode) {
			case ALL -> expensive ? cheaperThanAll(tick.toggleForbidden()) : SamplingMode.ALL;
			case SLICED, ALL_SLICED -> whileSliced(tick.toggleForbidden(), expensive);
			case THROTTLED -> whileThrottled(tick.toggleForbidden());
		};
	}

	private SamplingMode cheaperThanAll(boolean toggleForbidden) {
		return toggleForbidden ? SamplingMode.THROTTLED : SamplingMode.SLICED;
	}

	private SamplingMode whileSliced(boolean toggleForbidden, boolean expensive) {
		if (this.calmNanos >= CALM_NANOS) {
			return SamplingMode.ALL;
		}
		if (toggleForbidden) {
			return SamplingMode.THROTTLED;
		}
		if (expensive) {
			return (this.mode == SamplingMode.SLICED) ? SamplingMode.ALL_SLICED : SamplingMode.THROTTLED;
		}
		boolean retry = this.mode == SamplingMode.ALL_SLICED && this.nanosInMode >= this.patienceNanos;
		return retry ? SamplingMode.SLICED : this.mode;
	}

	// Throttled samples do not tell what everything would cost: the only way is to try.
	private SamplingMode whileThrottled(boolean toggleForbidden) {
		if (this.nanosInMode < this.patienceNanos) {
			return SamplingMode.THROTTLED;
		}
		return toggleForbidden ? SamplingMode.ALL : SamplingMode.SLICED;
	}

	private void enter(SamplingMode next) {
		boolean retreat = next.compareTo(this.mode) > 0;
		boolean failedQuickly = retreat && this.nanosInMode < FIRST_PATIENCE_NANOS;
		if (retreat) {
			this.patienceNanos = failedQuickly ? Math.min(2 * this.patienceNanos, LAST_PATIENCE_NANOS)
					: FIRST_PATIENCE_NANOS;
		}
		this.mode = next;
		this.window.clear();
		this.windowNanos = 0;
		this.nanosInMode = 0;
		this.calmNanos = 0;
	}

	private void remember(Tick tick) {
		this.window.addLast(tick);
		this.windowNanos += tick.elapsedNanos();
		while (this.windowNanos - this.window.getFirst().elapsedNanos() >= WINDOW_NANOS) {
			this.windowNanos -= this.window.removeFirst().elapsedNanos();
		}
		this.nanosInMode += tick.elapsedNanos();
		double everything = (cost(tick.withAllStacks()) + tick.ownCpuNanos()) / tick.elapsedNanos();
		this.calmNanos = (everything < this.budgetRatio / 2) ? this.calmNanos + tick.elapsedNanos() : 0;
	}

	private double steadyCpuRatio() {
		boolean warm = this.nanosSinceStart > WARM_UP_NANOS;
		return warm ? cpuRatio() : ratio(this.window.stream().mapToDouble(this::cost).sum());
	}

	private double cost(Tick tick) {
		return this.cost.nanos(tick.counts().total(), tick.counts().frames());
	}

	private double ratio(double nanos) {
		return (this.windowNanos > 0) ? nanos / this.windowNanos : 0;
	}

	/**
	 * What happened since the last decision.
	 *
	 * @param elapsedNanos time since then, greater than 0
	 * @param counts events since then
	 * @param ownCpuNanos CPU time of the threads of JFR and Heapwise that handled them
	 * @param toggleForbidden whether another recording would note every change of a
	 * setting
	 */
	record Tick(long elapsedNanos, EventCounts counts, long ownCpuNanos, boolean toggleForbidden) {

		Tick withAllStacks() {
			return new Tick(this.elapsedNanos, this.counts.allWithStack(), this.ownCpuNanos, this.toggleForbidden);
		}

	}

}
