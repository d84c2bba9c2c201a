package io.github.heapwise.route.autoconfigure;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for what samples of Flight Recorder tell of requests whose bytes
 * nobody counts.
 */
class SampledRoutesIntegrationTests {

	private static final int SECONDS = 30;

	private static final Percentage ACCURACY = Percentage.withPercentage(15);

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void bytesOfRequestsOnVirtualThreadsAreEstimated() {
		assertEstimates(SampledServing.VIRTUAL_THREADS);
	}

	@Test
	void bytesOfWebFluxAreKnownByTheHandlerOnTheStack() {
		assertEstimates(SampledServing.HANDLERS_OF_WEBFLUX);
	}

	@Test
	void bytesOfWebFluxAreKnownByThePropagatedContext() {
		assertEstimates(SampledServing.CONTEXT_OF_WEBFLUX);
	}

	private static void assertEstimates(SampledServing serving) {
		Routes routes = serving.serve(SECONDS);
		assertThat(routes.mode()).isEqualTo("sampled");
		assertThat(serving.routes()).allSatisfy((known) -> {
			JsonNode allocated = routes.route(known.name()).get("allocated");
			assertThat(allocated.get("mode").stringValue()).isEqualTo("sampled");
			assertThat(allocated.get("samples").longValue()).isGreaterThanOrEqualTo(10);
			assertThat(allocated.get("meanBytes").doubleValue()).isCloseTo(known.bytes(), ACCURACY);
		});
	}

}
