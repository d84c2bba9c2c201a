package io.github.heapwise.memory.endpoint;

import java.time.Duration;
import java.util.List;

import io.github.heapwise.endpoint.Problem;
import io.github.heapwise.memory.MemoryHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryHistoryEndpoint}.
 */
class MemoryHistoryEndpointTests {

	private final MemoryHistoryEndpoint endpoint = new MemoryHistoryEndpoint(
			new MemoryHistory(Duration.ofSeconds(1), Duration.ofMinutes(15)));

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "0", "17", "999999999999999999" })
	void historyShouldAnswerFromAnyNumberOn(@Nullable String since) {
		WebEndpointResponse<?> response = this.endpoint.history(since);
		assertThat(response.getStatus()).isEqualTo(200);
		MemoryHistoryDescriptor history = (MemoryHistoryDescriptor) response.getBody();
		assertThat(history.intervalMillis()).isEqualTo(1000);
		assertThat(history.columns()).startsWith("time").endsWith("cpuRatio");
		assertThat(history.rows()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "1.5", "many", "1e3", "0x10", "1000000000000000000", "+1", "\u0663" })
	void historyWhenSinceIsNoNumberShouldRefuse(String since) {
		WebEndpointResponse<?> response = this.endpoint.history(since);
		assertThat(response.getStatus()).isEqualTo(400);
		assertThat(response.getBody())
			.isEqualTo(Problem.invalid("since", since, List.of("0.."), "be a whole number from 0 on"));
	}

	@Test
	void hugeParameterIsShortenedInTheAnswer() {
		assertThat(this.endpoint.history("9".repeat(1_000_000)).getBody().toString()).hasSizeLessThan(1000);
	}

}
