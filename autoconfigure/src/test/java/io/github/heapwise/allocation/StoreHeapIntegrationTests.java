package io.github.heapwise.allocation;

import io.github.heapwise.test.ChildJvm;
import io.github.heapwise.test.ChildJvm.Result;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integration test of what an {@link AllocationStore} says that it takes of the heap.
 */
class StoreHeapIntegrationTests {

	@Test
	void heapThatIsToldIsWhatTheCollectorMeasures() {
		Result result = ChildJvm.running(StoreHeapProbe.class).with("-Xmx256m", "-XX:+UseSerialGC").run();
		assertThat(result.exitValue()).as(result.output()).isZero();
		assertThat(result.number("measured")).as(result.output()).isGreaterThan(1_000_000);
		assertThat(result.number("told")).as(result.output())
			.isCloseTo(result.number("measured"), Percentage.withPercentage(15));
	}

}
