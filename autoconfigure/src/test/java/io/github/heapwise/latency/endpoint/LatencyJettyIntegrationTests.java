package io.github.heapwise.latency.endpoint;

import java.time.Duration;

import io.github.heapwise.test.RunningApplication;
import io.github.heapwise.test.Surroundings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link LatencyEndpoint} with Jetty, run without Tomcat on the
 * class path. The actuator has a port of its own, so that it answers while all threads
 * wait.
 */
class LatencyJettyIntegrationTests {

	@Test
	void slowClientsOfAFullPoolShouldShowQueueAndStartDelay() {
		try (RunningApplication application = RunningApplication.start(Surroundings.MVC_MANAGEMENT_PORT,
				GatedApplication.class, "server.jetty.threads.max=8", "server.jetty.threads.acceptors=1",
				"server.jetty.threads.selectors=1", "management.endpoints.web.exposure.include=*")) {
			assertThat(
					LatencyReader.worker(LatencyReader.read(application), "jetty").at("/startDelay/count").longValue())
				.isZero();
			GatedApplication.Gate gate = application.context().getBean(GatedApplication.Gate.class);
			try (SlowClients clients = new SlowClients(application, 24, "/gate")) {
				try {
					Awaitility.await()
						.atMost(Duration.ofSeconds(30))
						.untilAsserted(
								() -> assertBusy(LatencyReader.worker(LatencyReader.read(application), "jetty")));
				}
				finally {
					gate.open();
				}
			}
		}
	}

	private static void assertBusy(JsonNode jetty) {
		assertThat(jetty.get("kind").stringValue()).isEqualTo("jetty");
		assertThat(jetty.get("active").intValue()).isEqualTo(jetty.get("max").intValue());
		assertThat(jetty.get("max").intValue()).isBetween(1, 8);
		assertThat(jetty.get("queued").intValue()).isPositive();
		assertThat(jetty.at("/startDelay/maxNanos").longValue()).isGreaterThan(1_000_000_000);
	}

}
