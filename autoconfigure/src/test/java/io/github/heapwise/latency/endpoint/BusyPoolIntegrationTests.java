package io.github.heapwise.latency.endpoint;

import java.time.Duration;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link LatencyEndpoint} with Tomcat. It has 4 threads and the
 * actuator a port of its own, so that it answers while all of them wait.
 */
class BusyPoolIntegrationTests {

	@Test
	void sixteenSlowClientsOfFourThreadsShouldShowQueueAndStartDelay() {
		try (RunningApplication application = start()) {
			GatedApplication.Gate gate = application.context().getBean(GatedApplication.Gate.class);
			try (SlowClients clients = new SlowClients(application, 16, "/gate")) {
				Awaitility.await()
					.atMost(Duration.ofSeconds(30))
					.untilAsserted(() -> assertBusy(LatencyReader.read(application, "/memory/latency?since=0")));
				gate.open();
			}
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertDone(LatencyReader.worker(LatencyReader.read(application), "tomcat")));
		}
	}

	@Test
	void idlePoolShouldShowNoStartDelay() {
		try (RunningApplication application = start()) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(
						() -> assertThat(LatencyReader.read(application, "/memory/latency?since=0").get("rows").size())
							.isGreaterThan(2));
			JsonNode tomcat = LatencyReader.worker(LatencyReader.read(application), "tomcat");
			assertThat(tomcat.get("active").intValue()).isZero();
			assertThat(tomcat.get("queued").intValue()).isZero();
			assertThat(tomcat.get("utilizationRatio").doubleValue()).isZero();
			assertThat(tomcat.at("/startDelay/count").longValue()).isZero();
		}
	}

	private static void assertBusy(JsonNode latency) {
		JsonNode tomcat = LatencyReader.worker(latency, "tomcat");
		assertThat(tomcat.get("kind").stringValue()).isEqualTo("tomcat");
		assertThat(tomcat.get("active").intValue()).isEqualTo(4);
		assertThat(tomcat.get("max").intValue()).isEqualTo(4);
		assertThat(tomcat.get("queued").intValue()).isEqualTo(12);
		assertThat(tomcat.get("utilizationRatio").doubleValue()).isPositive();
		assertThat(tomcat.at("/startDelay/maxNanos").longValue()).isGreaterThan(1_000_000_000);
		assertThat(latency.get("columns"))
			.anySatisfy((column) -> assertThat(column.stringValue()).isEqualTo("workers.tomcat.utilizationRatio"));
	}

	private static void assertDone(JsonNode tomcat) {
		assertThat(tomcat.get("active").intValue()).isZero();
		assertThat(tomcat.get("queued").intValue()).isZero();
		assertThat(tomcat.at("/startDelay/maxNanos").longValue()).isGreaterThan(1_000_000_000);
	}

	private static RunningApplication start() {
		return RunningApplication.start(Surroundings.MVC_MANAGEMENT_PORT, GatedApplication.class,
				"server.tomcat.threads.max=4", "management.endpoints.web.exposure.include=*");
	}

}
