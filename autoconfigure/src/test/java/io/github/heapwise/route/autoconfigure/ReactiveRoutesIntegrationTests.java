package io.github.heapwise.route.autoconfigure;

import java.util.Map;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import io.github.heapwise.timeline.HandlerRoutes;
import io.github.heapwise.timeline.RouteSamples;
import io.github.heapwise.timeline.RouteTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for requests to WebFlux.
 */
class ReactiveRoutesIntegrationTests {

	private static final long BYTES = 6000;

	@ParameterizedTest
	@ValueSource(strings = { "management.observations.enable.http.server.requests=true",
			"management.observations.enable.http.server.requests=false" })
	void requestsAreCountedAndTheirBytesEstimated(String property) {
		try (RunningApplication application = RunningApplication.start(Surroundings.WEBFLUX, Application.class,
				"heapwise.expose=reads", property)) {
			for (int i = 0; i < 4; i++) {
				application.get("/items/" + i);
				application.get("/failing");
			}
			application.get("/nowhere");
			application.actuator("/health");
			application.actuator("/memory");
			Eventually.routes(application, (routes) -> {
				assertThat(routes.mode()).isEqualTo("sampled");
				assertThat(routes.requests("GET /items/{id}")).isEqualTo(4);
				assertThat(routes.route("GET /failing").get("errors").longValue()).isEqualTo(4);
				assertThat(routes.requests("GET /actuator/health")).isOne();
				assertThat(routes.names()).noneMatch((name) -> name.contains("/memory"));
				assertAllocated(routes.route("GET /items/{id}"));
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.observations.enable.http.server.requests=true",
			"management.observations.enable.http.server.requests=false" })
	void requestsToTheManagementPortAreNotSeen(String property) {
		try (RunningApplication application = RunningApplication.start(Surroundings.WEBFLUX_MANAGEMENT_PORT,
				Application.class, "heapwise.expose=reads", property)) {
			application.actuator("/health");
			application.get("/items/1");
			Eventually.routes(application, (routes) -> assertThat(routes.names()).containsExactly("GET /items/{id}"));
		}
	}

	@Test
	void handlersAreKnownByTheirMethods() {
		try (RunningApplication application = RunningApplication.start(Surroundings.WEBFLUX, Application.class)) {
			HandlerRoutes routes = application.context().getBean(HandlerRoutes.class);
			RouteTable table = application.context().getBean(RouteTable.class);
			String handlers = Handlers.class.getName();
			assertThat(table.route(routes.routeOf(handlers, "items"))).hasToString("GET /items/{id}");
			assertThat(table.route(routes.routeOf(handlers, "lambda$items$3"))).hasToString("GET /items/{id}");
			assertThat(routes.routeOf(handlers, "overloaded")).isEqualTo(RouteTable.NONE);
			assertThat(routes.routeOf(handlers, "any")).isEqualTo(RouteTable.NONE);
			assertThat(routes.routeOf(handlers, "lambda$")).isEqualTo(RouteTable.NONE);
			assertThat(routes.routeOf("java.lang.String", "items")).isEqualTo(RouteTable.NONE);
		}
	}

	private static void assertAllocated(JsonNode route) {
		JsonNode allocated = route.get("allocated");
		assertThat(allocated.get("mode").stringValue()).isEqualTo("sampled");
		assertThat(allocated.get("meanBytes").doubleValue()).isEqualTo((double) BYTES / 4);
		assertThat(allocated.get("totalBytes").longValue()).isEqualTo(BYTES);
		assertThat(allocated.get("samples").longValue()).isEqualTo(100);
		assertThat(allocated.get("errorRatio").doubleValue()).isEqualTo(0.1);
		assertThat(allocated.has("p50Bytes")).isFalse();
		assertThat(route.has("cpuNanos")).isFalse();
		assertThat(route.has("allocatedBytesByInterval")).isFalse();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

		@Bean
		RouteSamples samples(RouteTable table) {
			return (from, to) -> Map.of(table.number("GET", "/items/{id}"), new RouteSamples.Estimate(BYTES, 100, 4));
		}

	}

	@RestController
	static class Handlers {

		@GetMapping("/items/{id}")
		Mono<String> items(@PathVariable String id) {
			return Mono.fromCallable(() -> id);
		}

		@GetMapping("/failing")
		Mono<String> failing() {
			return Mono.error(new IllegalStateException("on purpose"));
		}

		@GetMapping("/overloaded")
		String overloaded() {
			return "one";
		}

		@GetMapping("/overloaded/{id}")
		String overloaded(@PathVariable String id) {
			return id;
		}

		@RequestMapping("/any")
		String any() {
			return "any";
		}

	}

}
