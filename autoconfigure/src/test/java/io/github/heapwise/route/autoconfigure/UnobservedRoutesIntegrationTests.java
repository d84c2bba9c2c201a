package io.github.heapwise.route.autoconfigure;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for requests that are not observed.
 */
class UnobservedRoutesIntegrationTests {

	private static final int REQUESTS = 15;

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Surroundings.MVC, ServletShop.class, "heapwise.expose=reads",
				"management.observations.enable.http.server.requests=false");
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "/plain/1, GET /plain/{id}, 0", "/deferred, GET /deferred, 0", "/callable, GET /callable, 0",
			"/streamed, GET /streamed, 0", "/failing, GET /failing, 15" })
	void bytesOfARequestAreThoseOfItsHandler(String path, String route, int errors) {
		for (int i = 0; i < REQUESTS; i++) {
			application.get(path);
		}
		Eventually.routes(application, (routes) -> {
			JsonNode found = routes.route(route);
			assertThat(found.get("requests").longValue()).isEqualTo(REQUESTS);
			assertThat(found.get("errors").longValue()).isEqualTo(errors);
			assertThat(found.at("/allocated/p50Bytes").longValue()).isCloseTo(Ballast.BYTES,
					Percentage.withPercentage(1));
		});
	}

	@Test
	void requestsToHeapwiseAreLeftOut() {
		application.actuator("/memory");
		application.actuator("/health");
		Eventually.routes(application, (routes) -> assertThat(routes.names()).contains("GET /actuator/health")
			.noneMatch((name) -> name.contains("/memory")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.observations.enable.http=false", "management.observations.enable.all=false" })
	void parentsOfTheKeyAreRespected(String property) {
		try (RunningApplication quiet = RunningApplication.start(Surroundings.MVC, ServletShop.class,
				"heapwise.expose=reads", property)) {
			quiet.get("/light/1");
			Eventually.routes(quiet, (routes) -> assertThat(routes.requests("GET /light/{id}")).isOne());
		}
	}

}
