package com.example.names.faults;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeakRate}.
 */
class LeakRateTests {

	private static final long MILLISECOND = 1_000_000;

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - MILLISECOND);

	private final LeakRate rate = new LeakRate(50, this.nanoTime::get);

	@Test
	void firstRequestLeaks() {
		assertThat(this.rate.isDue()).isTrue();
	}

	@Test
	void leaksAreAsManyASecondWhateverTheLoad() {
		assertThat(leaks(1_000, MILLISECOND)).isEqualTo(50);
		assertThat(leaks(100_000, MILLISECOND / 100)).isEqualTo(50);
	}

	@Test
	void pauseOfTheLoadIsNotMadeUpFor() {
		leaks(10, MILLISECOND);
		this.nanoTime.addAndGet(1_000 * MILLISECOND);
		assertThat(leaks(10, MILLISECOND)).isEqualTo(1);
	}

	private long leaks(int requests, long intervalNanos) {
		return IntStream.range(0, requests).filter((request) -> {
			boolean due = this.rate.isDue();
			this.nanoTime.addAndGet(intervalNanos);
			return due;
		}).count();
	}

}
