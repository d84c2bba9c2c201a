package io.github.heapwise.memory.endpoint;

import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link MemoryEndpoint} and {@link MemoryHistoryEndpoint} over
 * HTTP.
 */
class MemoryEndpointsIntegrationTests {

	private static final String ACTUATOR_JSON = "application/vnd.spring-boot.actuator.v3+json";

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void getShouldReturnWhatTheProcessHolds(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			awaitSamples(application);
			assertMemory(json(application.actuator("/memory")));
			assertRepresentationsOfMemory(application);
			assertHistory(application);
			assertRepresentationsOfHistory(application);
			assertProblems(application);
		}
	}

	private static void awaitSamples(RunningApplication application) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(json(application.actuator("/memory/history")).get("rows").size())
				.isGreaterThan(3));
	}

	private static void assertMemory(JsonNode memory) {
		assertThat(Instant.parse(memory.get("time").stringValue())).isBeforeOrEqualTo(Instant.now());
		assertThat(memory.propertyNames()).containsExactly("time", "summary", "process", "heap", "pools", "buffers",
				"nativeMemory", "classes", "threads", "overhead");
		assertThat(memory.get("summary").propertyNames()).contains("heapCommittedBytes", "heapUsedBytes",
				"externalBytes", "directBufferBytes");
		assertThat(memory.at("/process/pid").longValue()).isEqualTo(ProcessHandle.current().pid());
		assertThat(memory.at("/process/limitSource").stringValue()).isIn("cgroup-v2", "cgroup-v1", "host");
		assertThat(memory.at("/heap/allocatedBytesPerSecond").isIntegralNumber()).isTrue();
		assertThat(memory.at("/nativeMemory/mode").stringValue()).isEqualTo("unavailable");
		assertThat(memory.at("/nativeMemory/unavailableReason").stringValue())
			.contains("-XX:NativeMemoryTracking=summary");
		assertThat(memory.at("/overhead/heapBytes").longValue()).isGreaterThan(50_000);
		assertThat(memory.at("/overhead/cpuRatio").isNumber()).isTrue();
		assertThat(memory.get("pools")).allSatisfy((pool) -> assertThat(pool.get("role").stringValue()).isIn("eden",
				"survivor", "old", "metaspace", "class-space", "code-cache"));
	}

	private static void assertRepresentationsOfMemory(RunningApplication application) {
		assertThat(type(application.actuator("/memory"))).isEqualTo("application/json");
		for (String accept : new String[] { "*/*", BROWSER, "application/json, text/plain, */*", "application/json" }) {
			assertThat(type(accepting(application, "/memory", accept))).as(accept).isEqualTo("application/json");
		}
		Answer actuatorJson = accepting(application, "/memory", ACTUATOR_JSON);
		assertThat(type(actuatorJson)).isEqualTo(ACTUATOR_JSON);
		assertThat(json(actuatorJson).has("summary")).isTrue();
		Answer text = accepting(application, "/memory", "text/plain");
		assertThat(type(text)).isEqualToIgnoringCase("text/plain;charset=UTF-8");
		assertThat(text.body()).startsWith("Heapwise   pid ");
		assertThat(text.header("Cache-Control")).isEqualTo("no-store");
		assertThat(accepting(application, "/memory", "image/png").status()).isEqualTo(406);
	}

	private static void assertHistory(RunningApplication application) {
		JsonNode all = json(application.actuator("/memory/history"));
		assertThat(all.propertyNames()).containsExactly("intervalMillis", "nextSequence", "missed", "columns", "rows");
		assertThat(all.get("intervalMillis").longValue()).isEqualTo(100);
		assertThat(all.get("rows")).allSatisfy((row) -> {
			assertThat(row.size()).isEqualTo(all.get("columns").size());
			assertThat(row.get(0).longValue() % 100).isZero();
		});
		long next = all.get("nextSequence").longValue();
		JsonNode later = json(application.actuator("/memory/history?since=" + (next - 1)));
		assertThat(later.get("missed").longValue()).isZero();
		assertThat(later.get("rows").get(0)).isEqualTo(all.get("rows").get(all.get("rows").size() - 1));
	}

	private static void assertRepresentationsOfHistory(RunningApplication application) {
		assertThat(type(application.actuator("/memory/history"))).isEqualTo("application/json");
		for (String accept : new String[] { "*/*", BROWSER, "application/json, text/plain, */*", "application/json" }) {
			assertThat(type(accepting(application, "/memory/history", accept))).as(accept)
				.isEqualTo("application/json");
		}
		assertThat(type(accepting(application, "/memory/history", ACTUATOR_JSON))).isEqualTo(ACTUATOR_JSON);
		assertThat(accepting(application, "/memory/history", "text/plain").status()).isEqualTo(406);
	}

	private static void assertProblems(RunningApplication application) {
		for (String since : new String[] { "-1", "x", "1.0" }) {
			Answer answer = application.actuator("/memory/history?since=" + since);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(type(answer)).isEqualTo("application/json");
			assertThat(json(answer).get("parameter").stringValue()).isEqualTo("since");
		}
	}

	private static Answer accepting(RunningApplication application, String path, String accept) {
		return application.actuator(path, "Accept", accept);
	}

	private static String type(Answer answer) {
		return String.valueOf(answer.header("Content-Type"));
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private static RunningApplication start(Surroundings surroundings) {
		return RunningApplication.start(surroundings, PlainApplication.class, "heapwise.expose=reads",
				"heapwise.memory.interval=100ms", "heapwise.allocation.enabled=false");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PlainApplication {

	}

}
