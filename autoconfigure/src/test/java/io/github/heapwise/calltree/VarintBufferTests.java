package io.github.heapwise.calltree;

import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VarintBuffer}.
 */
class VarintBufferTests {

	@ParameterizedTest
	@CsvSource({ "0, 00", "1, 01", "127, 7f", "128, 8001", "300, ac02", "16383, ff7f", "16384, 808001",
			"9223372036854775807, ffffffffffffffff7f", "-1, ffffffffffffffffff01" })
	void numberTakesAByteForEverySevenBits(long value, String hex) {
		VarintBuffer buffer = new VarintBuffer(0);
		buffer.add(7);
		buffer.add(value);
		assertThat(HexFormat.of().formatHex(buffer.toByteArray())).isEqualTo("07" + hex);
	}

}
