package io.github.heapwise.diagnosis;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NumberText}.
 */
class NumberTextTests {

	@ParameterizedTest
	@CsvSource({ "0, count, 0", "9.6, count, 9.6", "1200, count, 1200", "20, count/s, 20/s", "0.98, ratio, 98 %",
			"0.125, ratio, 12.5 %", "0.0004, ratio, 0.04 %", "212.4, ms, 212 ms", "0.1, ms, 0.1 ms", "25000, ms, 25 s",
			"999, bytes, 999 B", "1000, bytes, 0.98 KiB", "1048576, bytes, 1 MiB", "1000, bytes/s, 1 kB/s",
			"1048576, bytes/s, 1.05 MB/s", "-2500000, bytes/h, -2.5 MB/h", "26, s, 26 s", "NaN, ms, unknown" })
	void writesAboutThreeDigitsAndTheUnit(double value, String unit, String expected) {
		assertThat(NumberText.of(value, unit)).isEqualTo(expected);
	}

}
