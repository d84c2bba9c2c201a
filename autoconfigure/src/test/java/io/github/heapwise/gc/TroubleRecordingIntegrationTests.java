package io.github.heapwise.gc;

import java.util.Map;

import io.github.heapwise.test.ChildJvm;
import io.github.heapwise.test.ChildJvm.Result;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration tests for {@link TroubleRecording} with the collectors of this JDK.
 */
class TroubleRecordingIntegrationTests {

	@Test
	void callerOfAnExplicitCollectionIsNamed() {
		Map<String, String> values = run("UseG1GC", "0").values();
		assertThat(values).containsEntry("callers", "[" + TroubledApplication.class.getName() + ".makeTrouble]")
			.containsEntry("reason", "Failures of the collector, allocation stalls and callers of System.gc() are not"
					+ " known: Flight Recorder has been stopped");
	}

	@Test
	void threadsThatWaitForMemoryAreSeenWithHowLong() {
		Result result = run("UseZGC", "50");
		assertThat(result.number("allocationStalls")).as(result.output()).isPositive();
		assertThat(result.number("stalledNanos")).as(result.output()).isPositive();
	}

	private static Result run(String collector, String percent) {
		Result result = ChildJvm.running(TroubledApplication.class)
			.with("-Xmx128m", "-Xms128m", "-XX:+" + collector)
			.run(percent);
		assertThat(result.exitValue()).as(result.output()).isZero();
		return result;
	}

}
