package io.github.heapwise.diagnosis;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoadInterval}.
 */
class LoadIntervalTests {

	@Test
	void findsTheBusyPartWithoutItsEdges() {
		TimeSpan load = LoadInterval.find(SignalsBuilder.everySecond((i) -> (i >= 20 && i <= 80) ? 100 : 1), 1);
		assertThat(load).isNotNull();
		assertThat(load.length()).isEqualTo(Duration.ofSeconds(56));
		assertThat(load.from()).isEqualTo(SignalsBuilder.END.minusSeconds(98));
	}

	@Test
	void takesAllOfAWindowThatIsAllBusy() {
		TimeSpan load = LoadInterval.find(SignalsBuilder.everySecond((i) -> 50 + i % 7), 1);
		assertThat(load).isNotNull();
		assertThat(load.length()).isEqualTo(Duration.ofSeconds(115));
	}

	@Test
	void bridgesShortGaps() {
		TimeSpan load = LoadInterval
			.find(SignalsBuilder.everySecond((i) -> (i >= 20 && i <= 80 && i % 20 >= 3) ? 100 : 0), 1);
		assertThat(load).isNotNull();
		assertThat(load.length()).isEqualTo(Duration.ofSeconds(52));
	}

	@Test
	void takesTheLongerOfTwo() {
		TimeSpan load = LoadInterval.find(SignalsBuilder.everySecond((i) -> (i < 20 || (i >= 40 && i < 100)) ? 100 : 0),
				1);
		assertThat(load).isNotNull();
		assertThat(load.length()).isEqualTo(Duration.ofSeconds(55));
	}

	@Test
	void takesAHandfulOfRequestsForNoLoad() {
		assertThat(LoadInterval.find(SignalsBuilder.everySecond((i) -> (i % 10 == 0) ? 1 : 0), 1)).isNull();
	}

	@Test
	void findsNothingWhereNothingWasMeasured() {
		assertThat(LoadInterval.find(Series.EMPTY, 1)).isNull();
	}

}
