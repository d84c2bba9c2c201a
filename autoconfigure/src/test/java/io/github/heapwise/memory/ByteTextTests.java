package io.github.heapwise.memory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ByteText}.
 */
class ByteTextTests {

	@ParameterizedTest
	@CsvSource({ "0, 0 B", "1023, 1023 B", "1024, 1.00 KiB", "1048576, 1.00 MiB", "10485760, 10.0 MiB",
			"104857600, 100 MiB", "268435456, 256 MiB", "10485759, 10.0 MiB", "10475274, 9.99 MiB",
			"1048051711, 999 MiB", "1073741824, 1.00 GiB", "1048052737, 0.98 GiB", "9223372036854775807, 8.00 EiB",
			", -" })
	void bytesHaveThreeDigits(Long bytes, String text) {
		assertThat(ByteText.of(bytes)).isEqualTo(text).hasSizeLessThanOrEqualTo(8);
	}

}
