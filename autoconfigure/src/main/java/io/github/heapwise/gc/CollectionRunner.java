package io.github.heapwise.gc;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Runs full collections on demand, one at a time and not too often: each may stop the
 * application for seconds. Thread-safe.
 */
public final class CollectionRunner {

	private final Duration minInterval;

	private final Runnable collect;

	private final LongSupplier nanoTime;

	private final Collectors collectors = new Collectors();

	private final ReentrantLock running = new ReentrantLock();

	private long lastEndNanos;

	private boolean hasRun;

	/**
	 * Create a runner.
	 * @param minInterval time between the end of one collection and the start of the next
	 */
	public CollectionRunner(Duration minInterval) {
		this(minInterval, System::gc, System::nanoTime);
	}

	CollectionRunner(Duration minInterval, Runnable collect, LongSupplier nanoTime) {
		this.minInterval = minInterval;
		this.collect = collect;
		this.nanoTime = nanoTime;
	}

	/**
	 * Run a collection and wait for its end.
	 * @return what it did
	 * @throws CollectionRefusedException if one is running, the last was too recent, or
	 * the JVM ignores it
	 */
	public CollectionRun run() {
		if (!this.running.tryLock()) {
			throw new CollectionRefusedException("A collection is running already", Duration.ofSeconds(1));
		}
		try {
			refuseIfTooSoon();
			return collect();
		}
		finally {
			this.running.unlock();
		}
	}

	private void refuseIfTooSoon() {
		Duration left = this.hasRun ? this.minInterval.minusNanos(this.nanoTime.getAsLong() - this.lastEndNanos)
				: Duration.ZERO;
		if (left.toNanos() > 0) {
			throw new CollectionRefusedException(
					"The last collection ended too recently. Wait %d s or lower 'heapwise.gc.run-interval'"
						.formatted(left.plusMillis(999).toSeconds()),
					left);
		}
	}

	private CollectionRun collect() {
		long collections = this.collectors.count();
		MemoryUsage before = heap();
		long began = this.nanoTime.getAsLong();
		this.collect.run();
		this.lastEndNanos = this.nanoTime.getAsLong();
		MemoryUsage after = heap();
		if (this.collectors.count() == collections) {
			throw new CollectionRefusedException(
					"This JVM ignores requests for a collection. Start it without '-XX:+DisableExplicitGC'", null);
		}
		this.hasRun = true;
		return new CollectionRun(before.getUsed(), before.getCommitted(), after.getUsed(), after.getCommitted(),
				TimeUnit.NANOSECONDS.toMillis(this.lastEndNanos - began));
	}

	private static MemoryUsage heap() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
	}

}
