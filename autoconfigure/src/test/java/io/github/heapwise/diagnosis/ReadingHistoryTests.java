package io.github.heapwise.diagnosis;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadingHistory}.
 */
class ReadingHistoryTests {

	private final ReadingHistory history = new ReadingHistory(3, 2);

	@Test
	void seriesHasTheTimesAndValuesOfItsColumn() {
		add(1000, 0.5, 7);
		add(2000, 0.25, 8);
		assertThat(this.history.series(0).values()).containsExactly(0.5, 0.25);
		assertThat(this.history.series(1).values()).containsExactly(7.0, 8.0);
		assertThat(this.history.series(1).epochMillis(1)).isEqualTo(2000);
	}

	@Test
	void valuesThatAreNotKnownAreLeftOut() {
		add(1000, 0.5, Double.NaN);
		add(2000, Double.NaN, Double.NaN);
		add(3000, 0.1, Double.NaN);
		assertThat(this.history.series(0).values()).containsExactly(0.5, 0.1);
		assertThat(this.history.series(0).epochMillis(1)).isEqualTo(3000);
		assertThat(this.history.series(1).isEmpty()).isTrue();
	}

	@Test
	void oldestMakesRoom() {
		for (int i = 0; i < 5; i++) {
			add(i, i, 0);
		}
		assertThat(this.history.series(0).values()).containsExactly(2.0, 3.0, 4.0);
	}

	private void add(long epochMillis, double... numbers) {
		this.history.add(epochMillis, (column) -> numbers[column]);
	}

}
