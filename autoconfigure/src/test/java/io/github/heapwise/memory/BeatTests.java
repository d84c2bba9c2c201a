package io.github.heapwise.memory;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Beat}.
 */
class BeatTests {

	private final Beat beat = new Beat(Duration.ofSeconds(1));

	@ParameterizedTest
	@CsvSource({ "5000, 5000, 1000", "5001, 5000, 999", "5499, 5000, 501", "5500, 6000, 1500", "4999, 5000, 1001",
			"-1, 0, 1001", "0, 0, 1000" })
	void sampleIsTakenAtTheMarkAfterTheNearest(long now, long nearest, long wait) {
		assertThat(this.beat.nearest(now)).isEqualTo(nearest);
		assertThat(this.beat.millisToNext(now)).isEqualTo(wait);
	}

	@Test
	void timerThatIsLateOrEarlyNeitherSkipsNorRepeatsAMark() {
		Random random = new Random(1);
		long now = 1_000_123;
		long mark = this.beat.nearest(now);
		for (int i = 0; i < 10_000; i++) {
			now += this.beat.millisToNext(now) + random.nextInt(900) - 450;
			assertThat(this.beat.nearest(now)).isEqualTo(mark + 1000);
			mark += 1000;
		}
	}

	@Test
	void clockThatIsSetOrAProcessThatSleptNeverMakesItWaitLongOrNotAtAll() {
		Random random = new Random(2);
		for (int i = 0; i < 10_000; i++) {
			assertThat(this.beat.millisToNext(random.nextLong() >> 8)).isBetween(500L, 1500L);
		}
	}

}
