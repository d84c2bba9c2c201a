package io.github.heapwise.allocation;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KnownFunction}, the truth that estimates are held against.
 */
class KnownFunctionTests {

	private static final int CALLS = 100;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@ParameterizedTest
	@EnumSource
	void bytesAreWhatTheCounterOfTheThreadSays(KnownFunction function) {
		KnownAllocations allocations = new KnownAllocations();
		allocated(function, allocations);
		assertThat(allocated(function, allocations)).isEqualTo(CALLS * function.bytes());
	}

	private long allocated(KnownFunction function, KnownAllocations allocations) {
		long before = this.threads.getCurrentThreadAllocatedBytes();
		for (int call = 0; call < CALLS; call++) {
			function.run(allocations);
		}
		return this.threads.getCurrentThreadAllocatedBytes() - before;
	}

}
