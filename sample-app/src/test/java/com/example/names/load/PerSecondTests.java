package com.example.names.load;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link PerSecond}.
 */
class PerSecondTests {

	private static final Random SEEDS = new Random(20);

	@RepeatedTest(50)
	void percentileIsTheSmallestValueThatEnoughValuesDoNotExceed() {
		long seed = SEEDS.nextLong();
		Random random = new Random(seed);
		long[] values = random.longs(random.nextInt(1, 40), 0, 20).toArray();
		for (double percent : new double[] { 0.1, 1, 2.5, 10, 50, 97.5, 99, 100 }) {
			assertThat(new PerSecond(values).percentile(percent)).as("seed %d, %s %%", seed, percent)
				.isEqualTo(slowPercentile(values, percent));
		}
	}

	@Test
	void figuresOfKnownValues() {
		PerSecond perSecond = new PerSecond(new long[] { 2, 4, 4, 4, 5, 5, 7, 9 });
		assertThat(perSecond.mean()).isEqualTo(5);
		assertThat(perSecond.standardDeviation()).isCloseTo(2, within(1e-9));
		assertThat(perSecond.min()).isEqualTo(2);
	}

	private static long slowPercentile(long[] values, double percent) {
		for (long candidate = 0;; candidate++) {
			long bound = candidate;
			long notAbove = Arrays.stream(values).filter((value) -> value <= bound).count();
			if (notAbove >= values.length * percent / 100) {
				return candidate;
			}
		}
	}

}
