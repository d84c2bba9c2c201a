package io.github.heapwise.route.autoconfigure;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

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
		SampledServing.VIRTUAL_THREADS.assertEstimates(SECONDS, ACCURACY);
	}

	@Test
	void bytesOfWebFluxAreKnownByTheHandlerOnTheStack() {
		SampledServing.HANDLERS_OF_WEBFLUX.assertEstimates(SECONDS, ACCURACY);
	}

	@Test
	void bytesOfWebFluxAreKnownByThePropagatedContext() {
		SampledServing.CONTEXT_OF_WEBFLUX.assertEstimates(SECONDS, ACCURACY);
	}

}
