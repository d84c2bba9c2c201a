package io.github.heapwise.timeline;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PauseTimes}.
 */
class PauseTimesTests {

	private final PauseTimes pauses = new PauseTimes();

	@Test
	void onlyThePartWithinCounts() {
		this.pauses.add(100, 50);
		assertThat(this.pauses.within(0, 1000)).isEqualTo(50);
		assertThat(this.pauses.within(120, 130)).isEqualTo(10);
		assertThat(this.pauses.within(0, 110)).isEqualTo(10);
		assertThat(this.pauses.within(140, 1000)).isEqualTo(10);
	}

	@Test
	void pausesBeforeAndAfterDoNotCount() {
		this.pauses.add(100, 50);
		assertThat(this.pauses.within(0, 100)).isZero();
		assertThat(this.pauses.within(150, 200)).isZero();
	}

	@Test
	void severalPausesAddUp() {
		this.pauses.add(100, 10);
		this.pauses.add(200, 10);
		assertThat(this.pauses.within(105, 300)).isEqualTo(15);
	}

	@Test
	void clockThatOverflowsIsNoObstacle() {
		this.pauses.add(Long.MAX_VALUE - 5, 10);
		assertThat(this.pauses.within(Long.MAX_VALUE - 100, Long.MIN_VALUE + 100)).isEqualTo(10);
	}

	@Test
	void oldestOfManyAreForgotten() {
		for (int i = 0; i < 5000; i++) {
			this.pauses.add(10L * i, 1);
		}
		assertThat(this.pauses.within(0, 100_000)).isEqualTo(1024);
		assertThat(this.pauses.within(49_000, 100_000)).isEqualTo(100);
	}

}
