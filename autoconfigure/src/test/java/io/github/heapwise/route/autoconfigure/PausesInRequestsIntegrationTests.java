package io.github.heapwise.route.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcMonitor;
import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for pauses of the collector that fall into requests.
 */
class PausesInRequestsIntegrationTests {

	private static final int REQUESTS = 5;

	@Test
	void pausesBelongToTheRequestsTheyStopped() {
		try (RunningApplication application = RunningApplication.start(Surroundings.MVC, Application.class,
				"heapwise.expose=reads")) {
			GcMonitor monitor = application.context().getBean(GcMonitor.class);
			Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
				System.gc();
				assertThat(monitor.events(null).events()).anyMatch(PausesInRequestsIntegrationTests::isForced);
			});
			Instant before = Instant.now();
			repeat(application, "/waiting");
			repeat(application, "/collecting");
			Eventually.routes(application, (routes) -> {
				JsonNode collecting = routes.route("GET /collecting");
				assertThat(collecting.get("gcPauseNanos").longValue()).isPositive()
					.isGreaterThanOrEqualTo(Math.round(0.95 * forcedNanos(monitor, before)));
				assertThat(collecting.get("slowestGcShareRatio").doubleValue()).isOne();
				assertThat(routes.route("GET /waiting").get("gcPauseNanos").longValue())
					.isLessThan(collecting.get("gcPauseNanos").longValue() / 10);
			});
			assertThat(application.context()
				.getBean(MeterRegistry.class)
				.get("heapwise.requests.gc.pause")
				.tag("uri", "/collecting")
				.timer()
				.count()).isEqualTo(REQUESTS);
		}
	}

	private static long forcedNanos(GcMonitor monitor, Instant since) {
		long nanos = monitor.events(null)
			.events()
			.stream()
			.filter((event) -> isForced(event) && event.time().isAfter(since))
			.mapToLong(GcEvent::durationNanos)
			.sum();
		assertThat(nanos).isPositive();
		return nanos;
	}

	private static boolean isForced(GcEvent event) {
		return event.cause().equals("System.gc()") && event.exact();
	}

	private static void repeat(RunningApplication application, String path) {
		for (int i = 0; i < REQUESTS; i++) {
			assertThat(application.get(path).status()).isEqualTo(200);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

	}

	@RestController
	static class Handlers {

		@GetMapping("/collecting")
		String collecting() {
			for (int i = 0; i < 7; i++) {
				Ballast.allocate();
			}
			System.gc();
			return "done";
		}

		@GetMapping("/waiting")
		String waiting() throws InterruptedException {
			return new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS) ? "woken" : "done";
		}

	}

}
