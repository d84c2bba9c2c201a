package com.example.names.load;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Amounts}.
 */
class AmountsTests {

	@ParameterizedTest
	@CsvSource({ "0, 0 B", "999, 999 B", "999.6, 1.00 kB", "1000, 1.00 kB", "9994, 9.99 kB", "9996, 10.0 kB",
			"99_949, 99.9 kB", "99_951, 100 kB", "999_499, 999 kB", "999_501, 1.00 MB", "2_290_000, 2.29 MB",
			"1_170_000_000, 1.17 GB", "4e18, 4000 PB" })
	void bytesHaveThreeDigitsAndAUnit(String bytes, String expected) {
		assertThat(Amounts.bytes(Double.parseDouble(bytes.replace("_", "")))).isEqualTo(expected);
	}

	@Test
	void microsAreShownAsMillis() {
		assertThat(Amounts.millis(1_234)).isEqualTo("1.23 ms");
	}

	@Test
	void wholeCountsHaveNoFraction() {
		assertThat(Amounts.count(5236)).isEqualTo("5236");
		assertThat(Amounts.count(0.5)).isEqualTo("0.50");
	}

	@Test
	void ratiosAreShownAsPercent() {
		assertThat(Amounts.percent(0.1234)).isEqualTo("12.3 %");
	}

}
