package io.github.heapwise.gc.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.heapwise.endpoint.TextOrJson;
import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link GcEndpoint}.
 */
class GcEndpointIntegrationTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void getShouldReturnEachCollectionOnce(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			awaitExact(application);
			long cursor = json(application.actuator("/memory/gc")).get("nextSequence").longValue();
			System.gc();
			await(() -> assertThat(forced(since(application, cursor))).hasSize(1));
			JsonNode gc = since(application, cursor);
			JsonNode event = forced(gc).get(0);
			assertThat(event.get("kind").stringValue()).isEqualTo("full");
			assertThat(event.get("pause").booleanValue()).isTrue();
			assertThat(event.get("exact").booleanValue()).isTrue();
			assertThat(event.get("durationNanos").longValue()).isPositive();
			assertThat(event.get("heapBeforeBytes").longValue())
				.isGreaterThanOrEqualTo(event.get("heapAfterBytes").longValue());
			assertThat(event.get("pools").get(0).propertyNames()).containsExactlyInAnyOrder("name", "beforeBytes",
					"afterBytes", "committedBytes");
			assertThat(gc.get("summary").get("pauses").intValue()).isPositive();
			assertThat(gc.get("summary").get("liveBytes").longValue()).isPositive();
			assertThat(gc.get("collectors").get(0).propertyNames()).containsExactlyInAnyOrder("name", "collections",
					"pauseNanos", "concurrentNanos");
			assertThat(since(application, gc.get("nextSequence").longValue()).get("missed").longValue()).isZero();
			assertThat(forced(since(application, gc.get("nextSequence").longValue()))).isEmpty();
			List<GcEvent> received = application.context().getBean(Received.class).events;
			await(() -> assertThat(received).anyMatch((each) -> each.cause().equals("System.gc()") && each.exact()));
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void theAcceptHeaderSelectsTheRepresentation(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			System.gc();
			await(() -> assertThat(text(application, "").body()).contains("System.gc()"));
			assertThat(text(application, "").body().lines()).isNotEmpty()
				.allMatch((line) -> line
					.matches("\\[\\d+] \\d+ ms: .*, \\d+\\.\\d ms.*\\(pauses \\d+\\.\\d % of last minute\\) .*"));
			assertThat(text(application, "?since=9999999").body()).contains("System.gc()");
			assertThat(type(text(application, ""))).isEqualToIgnoringCase("text/plain;charset=UTF-8");
			for (String accept : new String[] { "*/*", BROWSER, "application/json, text/plain, */*",
					"application/json" }) {
				assertThat(type(application.actuator("/memory/gc", "Accept", accept))).as(accept)
					.isEqualTo("application/json");
			}
			assertThat(type(application.actuator("/memory/gc", "Accept", TextOrJson.ACTUATOR_JSON_TYPE)))
				.isEqualTo(TextOrJson.ACTUATOR_JSON_TYPE);
			assertThat(application.actuator("/memory/gc", "Accept", "image/png").status()).isEqualTo(406);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void wrongCursorIsNamedWithItsValueAndWhatIsAllowed(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			for (String wrong : new String[] { "-1", "1.5", "many", "9".repeat(19), "0x10" }) {
				Answer answer = application.actuator("/memory/gc?since=" + wrong);
				assertThat(answer.status()).as(wrong).isEqualTo(400);
				assertThat(json(answer).get("parameter").stringValue()).isEqualTo("since");
				assertThat(json(answer).get("value").stringValue()).isEqualTo(wrong);
				assertThat(json(answer).get("message").stringValue())
					.isEqualTo("'since' must be a whole number from 0 on but was '%s'".formatted(wrong));
			}
			assertThat(application.actuator("/memory/gc?since=").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void postIsClosedUnlessTheUserPermitsWriting(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			assertThat(application.postToActuator("/memory/gc").status()).isEqualTo(405);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void postRunsOneCollectionInAnInterval(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings, "management.endpoint.memorygc.access=unrestricted")) {
			Answer ran = application.postToActuator("/memory/gc");
			assertThat(ran.status()).isEqualTo(200);
			assertThat(json(ran).propertyNames()).containsExactlyInAnyOrder("before", "after", "freedBytes",
					"durationMillis");
			assertThat(json(ran).get("after").get("heapUsedBytes").longValue()).isPositive();
			Answer refused = application.postToActuator("/memory/gc");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).isEqualTo("10");
			assertThat(json(refused).get("message").stringValue()).contains("heapwise.gc.run-interval");
		}
	}

	@Test
	void theHostsJsonSettingsDoNotReachOurAnswers() {
		try (RunningApplication application = start(Surroundings.MVC,
				"spring.jackson.property-naming-strategy=SNAKE_CASE")) {
			assertThat(json(application.actuator("/memory/gc")).propertyNames()).contains("nextSequence");
		}
	}

	private static void awaitExact(RunningApplication application) {
		await(() -> assertThat(json(application.actuator("/memory/gc")).get("durations").stringValue())
			.isEqualTo("exact"));
	}

	private static JsonNode since(RunningApplication application, long cursor) {
		return json(application.actuator("/memory/gc?since=" + cursor));
	}

	private static List<JsonNode> forced(JsonNode gc) {
		return gc.get("events")
			.valueStream()
			.filter((event) -> event.get("cause").stringValue().equals("System.gc()"))
			.toList();
	}

	private static Answer text(RunningApplication application, String query) {
		return application.actuator("/memory/gc" + query, "Accept", "text/plain");
	}

	private static String type(Answer answer) {
		return String.valueOf(answer.header("Content-Type"));
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
	}

	private static RunningApplication start(Surroundings surroundings, String... properties) {
		return RunningApplication.start(surroundings, Host.class,
				StringUtils.addStringToArray(properties, "heapwise.expose=reads"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Host {

		@Bean
		Received received() {
			return new Received();
		}

	}

	static class Received {

		private final List<GcEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void collected(GcEvent event) {
			this.events.add(event);
		}

	}

}
