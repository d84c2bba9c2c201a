package io.github.heapwise.latency;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A moment that a test moves on, on both clocks of the JVM.
 */
final class Moment extends Clock implements LongSupplier {

	private static final long START_MILLIS = 1_000_000_000_000L;

	private long nanos;

	void advanceMillis(long millis) {
		this.nanos += 1_000_000 * millis;
	}

	@Override
	public long getAsLong() {
		return this.nanos;
	}

	@Override
	public Instant instant() {
		return Instant.ofEpochMilli(START_MILLIS).plusNanos(this.nanos);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
