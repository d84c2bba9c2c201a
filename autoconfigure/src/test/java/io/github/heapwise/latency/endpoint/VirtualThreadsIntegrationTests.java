package io.github.heapwise.latency.endpoint;

import java.time.Duration;
import java.util.stream.StreamSupport;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link LatencyEndpoint} of an application that uses virtual
 * threads.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsIntegrationTests {

	@Test
	void carriersAreThePoolOfTomcat() {
		try (RunningApplication application = RunningApplication.start(Surroundings.MVC, SpinningApplication.class,
				"spring.threads.virtual.enabled=true", "management.endpoints.web.exposure.include=*")) {
			SpinningApplication.Spinner spinner = application.context().getBean(SpinningApplication.Spinner.class);
			try (SlowClients clients = new SlowClients(application, 1, "/spin")) {
				try {
					Awaitility.await()
						.atMost(Duration.ofSeconds(30))
						.untilAsserted(() -> assertCarriers(LatencyReader.read(application)));
				}
				finally {
					spinner.end();
				}
			}
		}
	}

	private static void assertCarriers(JsonNode latency) {
		assertThat(StreamSupport.stream(latency.get("workers").spliterator(), false)
			.map((worker) -> worker.get("kind").stringValue())).doesNotContain("tomcat");
		JsonNode carriers = LatencyReader.worker(latency, "virtual");
		assertThat(carriers.get("kind").stringValue()).isEqualTo("virtual");
		assertThat(carriers.get("max").intValue()).isPositive();
		assertThat(carriers.at("/startDelay/count").longValue()).isGreaterThan(3);
		assertThat(carriers.at("/pinned/count").isIntegralNumber()).isTrue();
		if (Runtime.version().feature() >= 24) {
			assertThat(carriers.get("active").intValue()).isPositive();
			assertThat(carriers.get("utilizationRatio").doubleValue()).isPositive();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SpinningApplication {

		@RestController
		static class Spinner {

			private volatile boolean ended;

			@GetMapping("/spin")
			String spin() {
				while (!this.ended) {
					Thread.onSpinWait();
				}
				return "dizzy";
			}

			void end() {
				this.ended = true;
			}

		}

	}

}
