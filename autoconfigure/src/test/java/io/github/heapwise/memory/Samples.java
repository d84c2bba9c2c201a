package io.github.heapwise.memory;

import io.github.heapwise.os.KernelFile;
import io.github.heapwise.os.LimitSource;
import io.github.heapwise.os.MemoryLimit;

/**
 * Samples for tests.
 */
final class Samples {

	static final long UNKNOWN = KernelFile.UNKNOWN;

	private Samples() {
	}

	static MemorySample at(long epochMillis) {
		return new MemorySample(epochMillis, new MemoryPools.Totals(20, 30, 40), 10, 5, 60,
				new MemoryLimit(100, LimitSource.HOST, 50), 1234.5, 7, 0.25, Overhead.UNKNOWN);
	}

	static MemorySample unknown(long epochMillis) {
		return new MemorySample(epochMillis, new MemoryPools.Totals(20, 30, 40), UNKNOWN, 0, UNKNOWN,
				new MemoryLimit(UNKNOWN, LimitSource.HOST, UNKNOWN), Double.NaN, 7, Double.NaN, Overhead.UNKNOWN);
	}

}
