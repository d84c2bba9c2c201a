package io.github.heapwise.route.autoconfigure;

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

	@Test
	void bytesOfRequestsOnVirtualThreadsAreEstimated() {
		SampledServing.VIRTUAL_THREADS.assertEstimates(SECONDS);
	}

}
