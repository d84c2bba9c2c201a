package io.github.heapwise.route.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletContext;
import org.assertj.core.api.ThrowingConsumer;
import org.assertj.core.data.Percentage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for requests to servlets.
 */
class ServletRoutesIntegrationTests {

	private static final int REQUESTS = 15;

	private static final Percentage ONE_PERCENT = Percentage.withPercentage(1);

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Surroundings.MVC, ServletShop.class, "heapwise.expose=reads",
				"management.metrics.distribution.percentiles-histogram.http.server.requests=true");
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "/plain/1, GET /plain/{id}, 0", "/deferred, GET /deferred, 0", "/callable, GET /callable, 0",
			"/streamed, GET /streamed, 0", "/failing, GET /failing, 15", "/failing-callable, GET /error, 15",
			"/forwarding, GET /forwarded, 0" })
	void bytesOfARequestAreThoseOfItsHandler(String path, String route, int errors) {
		repeat(path, REQUESTS);
		await(() -> Routes.of(application), (routes) -> {
			JsonNode found = routes.route(route);
			assertThat(found.get("requests").longValue()).isEqualTo(REQUESTS);
			assertThat(found.get("errors").longValue()).isEqualTo(errors);
			assertThat(found.at("/allocated/mode").stringValue()).isEqualTo("exact");
			assertThat(found.at("/allocated/p50Bytes").longValue()).isCloseTo(Ballast.BYTES, ONE_PERCENT);
			assertThat(found.at("/latency/count").longValue()).isEqualTo(REQUESTS);
			assertThat(found.get("cpuNanos").longValue()).isPositive();
		});
	}

	@Test
	void countAndMeanAreThoseOfMicrometer() {
		repeat("/light/1", 500);
		repeat("/heavy", REQUESTS);
		await(() -> Routes.of(application), (routes) -> {
			for (String pattern : List.of("/heavy", "/light/{id}")) {
				assertThat(routes.requests("GET " + pattern)).isEqualTo(timer(pattern).count());
			}
		});
		assertThat(Routes.of(application).route("GET /heavy").at("/latency/meanNanos").doubleValue())
			.isCloseTo(timer("/heavy").mean(TimeUnit.NANOSECONDS), ONE_PERCENT);
	}

	@Test
	void manyDistinctPathsAreOneRoute() {
		repeat(() -> "/unknown/" + UUID.randomUUID(), 2000);
		await(() -> Routes.of(application),
				(routes) -> assertThat(routes.requests("GET /**")).isGreaterThanOrEqualTo(2000));
		assertThat(Routes.of(application).names()).hasSizeLessThan(20).noneMatch((name) -> name.contains("unknown"));
	}

	@Test
	void requestsToHeapwiseAreLeftOutAndOthersToTheActuatorAreNot() {
		application.actuator("/memory/gc");
		application.actuator("/memory");
		application.actuator("/health");
		await(() -> Routes.of(application), (routes) -> assertThat(routes.names()).contains("GET /actuator/health"));
		assertThat(Routes.of(application).names()).noneMatch((name) -> name.contains("/memory"));
	}

	@Test
	void requestsAreFollowedWithoutAFilter() {
		ServletContext context = ((ServletWebServerApplicationContext) application.context()).getServletContext();
		assertThat(context.getFilterRegistrations()).doesNotContainKey("heapwiseUnobservedRequests");
	}

	@Test
	void metersTellBytesAndKeepTheirShape() {
		repeat("/plain/1", REQUESTS);
		MeterRegistry registry = application.context().getBean(MeterRegistry.class);
		await(() -> registry.find("heapwise.requests.allocated").tag("uri", "/plain/{id}").summary(), (summary) -> {
			assertThat(summary.getId().getTag("outcome")).isEqualTo("SUCCESS");
			assertThat(summary.getId().getTag("method")).isEqualTo("GET");
			assertThat(summary.mean()).isCloseTo(Ballast.BYTES, Percentage.withPercentage(5));
			assertThat(summary.takeSnapshot().histogramCounts()).isEmpty();
		});
	}

	private static Timer timer(String pattern) {
		return application.context()
			.getBean(MeterRegistry.class)
			.get("http.server.requests")
			.tag("uri", pattern)
			.timer();
	}

	private static void repeat(String path, int times) {
		repeat(() -> path, times);
	}

	private static void repeat(Supplier<String> path, int times) {
		for (int i = 0; i < times; i++) {
			application.get(path.get());
		}
	}

	private static <T> void await(Supplier<T> value, ThrowingConsumer<T> assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertion.accept(value.get()));
	}

}
