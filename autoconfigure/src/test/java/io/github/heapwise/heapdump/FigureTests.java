package io.github.heapwise.heapdump;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Figure}.
 */
class FigureTests {

	@ParameterizedTest
	@CsvSource({ "-5,0 B", "0,0 B", "999,999 B", "1000,1.0 KB", "222298112,212 MB", "1503238553,1.4 GB",
			"9223372036854775807,8.0 EB" })
	void bytesHaveTwoOrThreeDigits(long bytes, String text) {
		assertThat(Figure.bytes(bytes)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "0,0.0 s", "249,0.2 s", "9999,10.0 s", "12345,12 s" })
	void secondsHaveATenthWhereThatMatters(long millis, String text) {
		assertThat(Figure.seconds(millis)).isEqualTo(text);
	}

}
