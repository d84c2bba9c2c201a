package io.github.heapwise.diagnosis.report;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ValueScale}.
 */
class ValueScaleTests {

	@ParameterizedTest
	@CsvSource({ "240, ms, 300, 100", "0.83, ratio, 1, 0.5", "3, count, 3, 1", "1, count, 1, 1",
			"104857600, bytes, 104857600, 52428800", "1500, bytes, 1500, 500", "0, ms, 1, 1" })
	void hasRoundNumbersOfItsUnit(double largest, String unit, double max, double step) {
		ValueScale scale = ValueScale.of(DoubleStream.of(largest), unit);
		assertThat(scale.min()).isZero();
		assertThat(scale.max()).isEqualTo(max);
		assertThat(scale.step()).isEqualTo(step);
	}

	@Test
	void reachesBelowZeroWhereSomethingFalls() {
		ValueScale scale = ValueScale.of(DoubleStream.of(-5, 10), "ms");
		assertThat(scale.lines()).containsExactly(-5.0, 0.0, 5.0, 10.0);
		assertThat(scale.position(-5)).isZero();
		assertThat(scale.position(2.5)).isEqualTo(0.5);
		assertThat(scale.position(99)).isEqualTo(1);
	}

	@Test
	void isThereWhateverTheNumbers() {
		for (double value : new double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e300, -1e300 }) {
			ValueScale scale = ValueScale.of(DoubleStream.of(value), "bytes");
			assertThat(scale.lines().count()).as("%s", value).isBetween(2L, 7L);
			assertThat(scale.position(0)).isBetween(0.0, 1.0);
		}
	}

}
