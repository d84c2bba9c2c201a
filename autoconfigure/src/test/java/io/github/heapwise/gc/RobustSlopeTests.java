package io.github.heapwise.gc;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link RobustSlope}.
 */
class RobustSlopeTests {

	@Test
	void fivePointsAreTooFew() {
		assertThat(RobustSlope.of(new double[5], new double[5])).isNull();
	}

	@Test
	void lineHasItsSlopeAndNoDoubt() {
		double[] x = IntStream.range(0, 20).asDoubleStream().toArray();
		double[] y = IntStream.range(0, 20).mapToDouble((i) -> 3.0 * i + 7).toArray();
		assertThat(RobustSlope.of(x, y)).isEqualTo(new RobustSlope(3, 3, 3));
	}

	@Test
	void aQuarterOfWildPointsChangesLittle() {
		double[] x = IntStream.range(0, 40).asDoubleStream().toArray();
		double[] y = IntStream.range(0, 40).mapToDouble((i) -> (i % 4 == 0) ? 1e6 : 3.0 * i).toArray();
		RobustSlope slope = RobustSlope.of(x, y);
		assertThat(slope).isNotNull();
		assertThat(slope.median()).isCloseTo(3, within(0.5));
	}

	@Test
	void intervalHoldsTheTruthAboutNineteenTimesInTwenty() {
		Random random = new Random(1);
		int held = 0;
		for (int run = 0; run < 1000; run++) {
			double[] x = IntStream.range(0, 30).asDoubleStream().toArray();
			double[] y = IntStream.range(0, 30).mapToDouble((i) -> 0.5 * i + random.nextGaussian()).toArray();
			RobustSlope slope = RobustSlope.of(x, y);
			held += (slope != null && slope.low() <= 0.5 && slope.high() >= 0.5) ? 1 : 0;
		}
		assertThat(held).as("seed 1").isBetween(925, 980);
	}

}
