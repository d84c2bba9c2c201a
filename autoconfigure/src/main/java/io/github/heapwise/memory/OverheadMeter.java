package io.github.heapwise.memory;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.jvm.HeapUse;
import io.github.heapwise.jvm.OwnThreadsCost;
import io.github.heapwise.jvm.OwnThreadsCost.Cost;

/**
 * Measures what Heapwise costs, over 10 seconds each time but the first.
 * <p>
 * Not thread-safe.
 */
final class OverheadMeter {

	private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

	private final OwnThreadsCost threads = new OwnThreadsCost();

	private final List<HeapUse> heapUses;

	private long lastNanos;

	private Overhead overhead = Overhead.UNKNOWN;

	/**
	 * Create a meter.
	 * @param heapUses what is kept by the parts of Heapwise
	 */
	OverheadMeter(Collection<HeapUse> heapUses) {
		this.heapUses = List.copyOf(heapUses);
	}

	/**
	 * Begin to measure: what was used until now does not count.
	 * @param nanoTime time of the JVM's clock
	 */
	void begin(long nanoTime) {
		this.threads.sinceLastCall();
		this.lastNanos = nanoTime;
		this.overhead = Overhead.UNKNOWN;
	}

	/**
	 * Measure again if it is time to.
	 * @param nanoTime time of the JVM's clock
	 * @return what was measured last
	 */
	Overhead at(long nanoTime) {
		long elapsed = nanoTime - this.lastNanos;
		if (elapsed >= WINDOW_NANOS || (this.overhead == Overhead.UNKNOWN && elapsed > 0)) {
			this.lastNanos = nanoTime;
			this.overhead = measured(elapsed);
		}
		return this.overhead;
	}

	private Overhead measured(long elapsedNanos) {
		Cost cost = this.threads.sinceLastCall();
		double seconds = elapsedNanos / 1e9;
		long heapBytes = this.heapUses.stream().mapToLong(HeapUse::bytes).sum();
		return new Overhead((double) cost.cpuNanos() / elapsedNanos, Math.round(cost.allocatedBytes() / seconds),
				heapBytes);
	}

}
