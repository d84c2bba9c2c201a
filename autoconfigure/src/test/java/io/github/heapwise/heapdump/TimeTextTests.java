package io.github.heapwise.heapdump;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimeText}.
 */
class TimeTextTests {

	@ParameterizedTest
	@CsvSource({ "PT0S, 0s", "PT0.9S, 0s", "PT59S, 59s", "PT1M, 1m", "PT14M30S, 14m 30s", "PT1H30S, 1h",
			"PT23H59M59S, 23h 59m", "PT24H, 24h" })
	void spansAreWrittenInTheirLargestUnits(Duration time, String text) {
		assertThat(TimeText.of(time.toNanos())).isEqualTo(text);
	}

}
