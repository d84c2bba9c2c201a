package io.github.heapwise.allocation.endpoint;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.test.Answer;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RouteTable;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link AllocationsEndpoint} in an application that allocates.
 */
class AllocationsEndpointIntegrationTests {

	private static final String PROFILE = "application/vnd.heapwise.profile";

	private static final String ACTUATOR_JSON = "application/vnd.spring-boot.actuator.v3+json";

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	private static final String ALLOCATE = Shop.class.getName() + ".allocate";

	@ParameterizedTest
	@MethodSource("io.github.heapwise.test.Surroundings#stacks")
	void getShouldReturnWhereTheApplicationAllocates(Surroundings surroundings) {
		try (RunningApplication application = start(surroundings)) {
			awaitProfile(application);
			assertRepresentations(application);
			assertExports(application);
			assertFilters(application);
			assertRoutes(application);
			assertProblems(application);
		}
	}

	private static void awaitProfile(RunningApplication application) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			assertThat(application.get("/allocate").status()).isEqualTo(200);
			JsonNode profile = json(application.actuator("/memory/allocations"));
			assertThat(totals(profile)).containsKey(ALLOCATE);
			assertThat(profile.at("/meta/recorder/state").stringValue()).isEqualTo("recording");
			assertThat(profile.at("/meta/samples").longValue()).isPositive();
		});
	}

	private static void assertRepresentations(RunningApplication application) {
		assertThat(type(application.actuator("/memory/allocations"))).isEqualTo("application/json");
		for (String accept : new String[] { "*/*", BROWSER, "application/json, text/plain, */*", "application/json" }) {
			assertThat(type(accepting(application, accept))).as(accept).isEqualTo("application/json");
		}
		assertThat(type(accepting(application, "text/plain"))).isEqualToIgnoringCase("text/plain;charset=UTF-8");
		assertThat(type(accepting(application, PROFILE))).isEqualTo(PROFILE);
		Answer actuatorJson = accepting(application, ACTUATOR_JSON);
		assertThat(actuatorJson.status()).isEqualTo(200);
		assertThat(json(actuatorJson).has("self")).isTrue();
		assertThat(accepting(application, "image/png").status()).isEqualTo(406);
		assertThat(accepting(application, PROFILE).body()).startsWith("HWF1");
		assertThat(accepting(application, "text/plain").body()).contains(ALLOCATE + ";byte[] ");
		assertThat(accepting(application, PROFILE).header("Cache-Control")).isEqualTo("no-store");
	}

	private static void assertExports(RunningApplication application) {
		Answer html = application.actuator("/memory/allocations/flamegraph.html", "Accept", BROWSER);
		assertThat(html.status()).isEqualTo(200);
		assertThat(type(html)).isEqualToIgnoringCase("text/html;charset=UTF-8");
		assertThat(html.body()).startsWith("<!DOCTYPE html>");
		assertThat(html.header("Content-Disposition")).startsWith("attachment");
		for (String accept : new String[] { "*/*", BROWSER, "text/plain" }) {
			Answer folded = application.actuator("/memory/allocations/folded.txt", "Accept", accept);
			assertThat(folded.status()).as(accept).isEqualTo(200);
			assertThat(type(folded)).as(accept).isEqualToIgnoringCase("text/plain;charset=UTF-8");
			assertThat(folded.body()).as(accept).contains(ALLOCATE);
		}
	}

	private static void assertFilters(RunningApplication application) {
		JsonNode bytes = json(application.actuator("/memory/allocations?type=byte%5B%5D&min=0"));
		assertThat(totals(bytes)).containsKey(ALLOCATE).doesNotContainKey("java.lang.Object[]");
		assertThat(totals(json(application.actuator("/memory/allocations?type=NoSuchType")))).hasSize(1);
		JsonNode objects = json(application.actuator("/memory/allocations?value=objects"));
		assertThat(objects.at("/meta/unit").stringValue()).isEqualTo("objects");
		assertThat(json(application.actuator("/memory/allocations?from=-10m&to=now")).at("/meta/total").longValue())
			.isPositive();
		assertThat(json(application.actuator("/memory/allocations?root=0123456789abcdef")).get("self").size()).isOne();
	}

	private static void assertRoutes(RunningApplication application) {
		JsonNode profile = json(application.actuator("/memory/allocations?route=GET%20%2Fallocate&min=0"));
		assertThat(totals(profile)).containsKey(ALLOCATE);
		assertThat(profile.at("/meta/route/method").stringValue()).isEqualTo("GET");
		assertThat(profile.at("/meta/route/route").stringValue()).isEqualTo("/allocate");
		assertThat(profile.at("/meta/routes/0/route").stringValue()).isEqualTo("/allocate");
		for (String route : new String[] { "GET%20%2Forders%2F%7Bid%7D", "%00", "%3Cscript%3E", "x".repeat(4000) }) {
			Answer unknown = application.actuator("/memory/allocations?route=" + route);
			assertThat(unknown.status()).as(route).isEqualTo(200);
			assertThat(json(unknown).get("self").size()).as(route).isOne();
		}
		assertThat(application.actuator("/memory/allocations/folded.txt?route=%2Fallocate").body()).contains(ALLOCATE);
	}

	private static void assertProblems(RunningApplication application) {
		for (String query : new String[] { "min=2", "from=-2d", "from=-1m&to=-2m", "value=x", "root=x", "mode=live" }) {
			Answer answer = application.actuator("/memory/allocations?" + query, "Accept", PROFILE);
			assertThat(answer.status()).as(query).isEqualTo(400);
			assertThat(json(answer).propertyNames()).as(query).contains("status", "parameter", "value", "message");
		}
		assertThat(application.actuator("/memory/allocations/profile.exe").status()).isEqualTo(404);
		assertThat(application.get("/allocate").status()).isEqualTo(200);
	}

	private static Answer accepting(RunningApplication application, String accept) {
		return application.actuator("/memory/allocations", "Accept", accept);
	}

	private static String type(Answer answer) {
		return String.valueOf(answer.header("Content-Type"));
	}

	private static JsonNode json(Answer answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private static Map<String, Long> totals(JsonNode profile) {
		Map<String, Long> totals = new TreeMap<>();
		for (int node = 0; node < profile.get("name").size(); node++) {
			String name = profile.get("names").get(profile.get("name").get(node).intValue()).stringValue();
			totals.merge(name, profile.get("self").get(node).longValue(), Long::sum);
		}
		return totals;
	}

	private static RunningApplication start(Surroundings surroundings) {
		return RunningApplication.start(surroundings, AllocatingApplication.class, "heapwise.expose=reads");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AllocatingApplication {

		@Bean
		Shop shop() {
			return new Shop();
		}

		@Bean
		RouteTable routes() {
			return new RouteTable(10);
		}

		@Bean
		HandlerRoutes handlers(RouteTable routes) {
			int route = routes.number("GET", "/allocate");
			return (className, method) -> (className + "." + method).equals(ALLOCATE) ? route : RouteTable.NONE;
		}

	}

	@RestController
	static class Shop {

		private volatile byte[] last = {};

		@GetMapping(path = "/allocate", produces = "text/plain")
		String allocate() {
			for (int i = 0; i < 1000; i++) {
				this.last = new byte[100_000];
			}
			return "allocated " + this.last.length;
		}

	}

}
