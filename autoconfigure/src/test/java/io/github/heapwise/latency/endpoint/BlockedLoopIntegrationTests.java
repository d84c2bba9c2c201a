package io.github.heapwise.latency.endpoint;

import java.time.Duration;
import java.util.stream.StreamSupport;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link LatencyEndpoint} with Reactor Netty.
 */
class BlockedLoopIntegrationTests {

	@Test
	void handlerThatBlocksALoopFor200MsShouldBeNamed() {
		warmUp();
		try (RunningApplication application = start()) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertLoopsAreProbed(LatencyReader.read(application)));
			assertThat(application.get("/blocking").body()).isEqualTo("slept");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertBlockage(LatencyReader.read(application)));
		}
	}

	// The first requests of a JVM block a loop for longer: their classes are loaded on
	// it.
	private static void warmUp() {
		try (RunningApplication application = start()) {
			for (int i = 0; i < 20; i++) {
				assertThat(application.get("/fast").body()).isEqualTo("fast");
				LatencyReader.read(application);
			}
		}
	}

	private static RunningApplication start() {
		return RunningApplication.start(Surroundings.WEBFLUX, ReactiveShop.class,
				"management.endpoints.web.exposure.include=*");
	}

	private static void assertLoopsAreProbed(JsonNode latency) {
		assertThat(latency.get("eventLoops")).isNotEmpty()
			.anySatisfy((loop) -> assertThat(loop.at("/delay/count").longValue()).isGreaterThan(10));
	}

	private static void assertBlockage(JsonNode latency) {
		JsonNode blocked = StreamSupport.stream(latency.get("eventLoops").spliterator(), false)
			.filter((loop) -> loop.toString().contains("BlockedLoopIntegrationTests$ReactiveShop$Handler.block"))
			.findFirst()
			.orElseThrow(() -> new AssertionError("not on any stack in " + latency.get("eventLoops")));
		assertThat(blocked.get("thread").stringValue()).startsWith("reactor-http-");
		assertThat(blocked.at("/delay/maxNanos").longValue()).isGreaterThan(150_000_000);
		assertThat(blocked.at("/longest/durationNanos").longValue()).isGreaterThan(150_000_000);
		assertThat(blocked.at("/longest/stack").size()).isBetween(5, 64);
		assertThat(blocked.at("/longest/stack/0").stringValue()).matches("java\\.lang\\.Thread\\.sleep\\w*");
		// there is none before the end of the loop's first second
		assertThat(blocked.has("utilizationRatio")).isTrue();
		assertThat(blocked.get("utilizationRatio").doubleValue()).isPositive();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ReactiveShop {

		@RestController
		static class Handler {

			@GetMapping("/fast")
			String answer() {
				return "fast";
			}

			@GetMapping("/blocking")
			String block() throws InterruptedException {
				Thread.sleep(200);
				return "slept";
			}

		}

	}

}
