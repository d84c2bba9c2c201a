package com.example.names.faults;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Says which requests leak, so that memory lasts for minutes under any load.
 * <p>
 * Safe for concurrent use.
 */
final class LeakRate {

	private final long intervalNanos;

	private final LongSupplier nanoTime;

	private final AtomicLong nextNanos;

	/**
	 * Create a rate.
	 * @param perSecond leaks a second, at most
	 * @param nanoTime such as {@link System#nanoTime()}
	 */
	LeakRate(int perSecond, LongSupplier nanoTime) {
		this.intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
		this.nanoTime = nanoTime;
		this.nextNanos = new AtomicLong(nanoTime.getAsLong());
	}

	/**
	 * Whether this request is to leak. What is not asked for in time is not made up for.
	 * @return whether the last leak is long enough ago
	 */
	boolean isDue() {
		long now = this.nanoTime.getAsLong();
		long next = this.nextNanos.get();
		return now - next >= 0 && this.nextNanos.compareAndSet(next, now + this.intervalNanos);
	}

}
