package io.github.heapwise.memory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Rate}.
 */
class RateTests {

	private final Rate rate = new Rate();

	@Test
	void rateIsGrowthOverTimeThatReallyPassed() {
		assertThat(this.rate.perSecond(1000, 0)).isNaN();
		assertThat(this.rate.perSecond(1500, 500_000_000)).isEqualTo(1000);
		assertThat(this.rate.perSecond(1500, 1_500_000_000)).isZero();
		// the process slept for an hour
		assertThat(this.rate.perSecond(1500 + 3600, 3_601_500_000_000L)).isEqualTo(1);
	}

	@Test
	void rateIsUnknownWhereTheCounterOrTheTimeIs() {
		assertThat(this.rate.perSecond(-1, 0)).isNaN();
		assertThat(this.rate.perSecond(5, 1)).isNaN();
		assertThat(this.rate.perSecond(6, 1)).isNaN();
		assertThat(this.rate.perSecond(-1, 2)).isNaN();
		assertThat(this.rate.perSecond(7, 3)).isNaN();
	}

	@Test
	void counterThatFallsIsNoNegativeRate() {
		this.rate.perSecond(100, 0);
		assertThat(this.rate.perSecond(50, 1_000_000_000)).isZero();
	}

}
