package io.github.heapwise.latency.endpoint;

import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link LatencyEndpoint} over HTTP.
 */
class LatencyEndpointIntegrationTests {

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void getShouldReturnWhoWaits(Surroundings surroundings) {
		try (RunningApplication application = RunningApplication.start(surroundings, GatedApplication.class,
				"management.endpoints.web.exposure.include=*")) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(LatencyReader.read(application).get("nextSequence").longValue())
					.isGreaterThan(1));
			assertFigures(LatencyReader.read(application));
			assertRows(LatencyReader.read(application, "/memory/latency?since=0"));
			assertProblem(application.actuator("/memory/latency?since=-1"));
		}
	}

	private static void assertFigures(JsonNode latency) {
		assertThat(Instant.parse(latency.get("time").stringValue())).isBeforeOrEqualTo(Instant.now());
		assertThat(latency.get("windowMillis").longValue()).isEqualTo(300_000);
		assertThat(latency.get("intervalMillis").longValue()).isEqualTo(1000);
		assertThat(latency.get("stall").propertyNames()).containsExactly("count", "minNanos", "maxNanos", "meanNanos",
				"stddevNanos", "p50Nanos", "p75Nanos", "p90Nanos", "p97_5Nanos", "p99Nanos", "p99_9Nanos", "exceeds");
		assertThat(latency.at("/stall/count").longValue()).isGreaterThan(10);
		assertThat(latency.at("/stall/minNanos").longValue()).isPositive();
		assertThat(latency.has("requests")).isNotEqualTo(latency.has("requestsUnavailableReason"));
		assertThat(latency.has("rows")).isFalse();
		assertThat(latency.get("omittedWorkers").intValue()).isZero();
	}

	private static void assertRows(JsonNode latency) {
		assertThat(latency.get("missed").longValue()).isZero();
		assertThat(latency.get("rows")).isNotEmpty().allSatisfy((row) -> {
			assertThat(row.size()).isEqualTo(latency.get("columns").size());
			assertThat(row.get(0).longValue() % 1000).isZero();
			assertThat(row.get(7).longValue()).as("stall.maxNanos").isPositive();
		});
	}

	private static void assertProblem(Answer answer) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("'since' must be a whole number from 0 on but was '-1'");
	}

}
