package io.github.heapwise.route.autoconfigure;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Integration tests for what samples tell of requests to Jetty, whose virtual threads
 * serve one after another.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class SampledRoutesJettyIntegrationTests {

	private static final int SECONDS = 20;

	// A third less samples than in half a minute, and worse spread over the carriers.
	private static final Percentage ACCURACY = Percentage.withPercentage(20);

	@Test
	void bytesOfRequestsOnVirtualThreadsAreEstimated() {
		SampledServing.VIRTUAL_THREADS.assertEstimates(SECONDS, ACCURACY);
	}

}
