package com.example.names.load;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Tests for {@link Measurements}.
 */
class MeasurementsTests {

	private static final long SEED = 99;

	@Test
	void latencyPercentilesAgreeWithSortedLatencies() {
		Random random = new Random(SEED);
		long[] micros = random.longs(5_000, 100, 300_000).toArray();
		Measurements measurements = new Measurements(1);
		for (long latency : micros) {
			measurements.response(0, latency * 1_000, 200, 0);
		}
		Arrays.sort(micros);
		for (double percent : new double[] { 2.5, 50, 97.5, 99, 100 }) {
			long expected = micros[(int) Math.ceil(percent / 100 * micros.length) - 1];
			assertThat(measurements.latencyMicros().getValueAtPercentile(percent)).as("seed %d, %s %%", SEED, percent)
				.isCloseTo(expected, withinPercentage(0.1));
		}
	}

	@Test
	void sumHoldsWhatEachConnectionSaw() {
		Measurements sum = new Measurements(2);
		Measurements one = new Measurements(2);
		one.response(0, 1_000_000, 200, 10);
		one.response(1, 2_000_000, 500, 20);
		one.error();
		Measurements other = new Measurements(2);
		other.response(1, 3_000_000, 204, 5);
		other.timeout();
		sum.add(one);
		sum.add(other);
		assertThat(sum.requests()).isEqualTo(3);
		assertThat(sum.bytes()).isEqualTo(35);
		assertThat(sum.otherThan2xx()).isEqualTo(1);
		assertThat(sum.errors()).isEqualTo(2);
		assertThat(sum.timeouts()).isEqualTo(1);
		assertThat(sum.latencyMicros().getTotalCount()).isEqualTo(3);
		assertThat(sum.requestsPerSecond().min()).isEqualTo(1);
		assertThat(sum.requestsPerSecond().percentile(100)).isEqualTo(2);
		assertThat(sum.bytesPerSecond().percentile(100)).isEqualTo(25);
	}

}
