package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

import io.github.heapwise.hprof.CancelSignal;
import org.jspecify.annotations.Nullable;

/**
 * Analyses a dump on this thread, and refuses where that would leave the application too
 * little heap.
 */
public final class InProcessAnalyzer implements DumpAnalyzer {

	// The index takes 32 MB, what is counted then no more.
	private static final long HEAP_BYTES = 64L << 20;

	private final Analysis analysis;

	private final Supplier<MemoryUsage> heap;

	InProcessAnalyzer(Analysis analysis, Supplier<MemoryUsage> heap) {
		this.analysis = analysis;
		this.heap = heap;
	}

	InProcessAnalyzer(Analysis analysis) {
		this(analysis, () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
	}

	@Override
	public @Nullable String analyse(Path dump, Path scratch, CancelSignal cancel, DoubleConsumer progress)
			throws IOException {
		MemoryUsage usage = this.heap.get();
		long leftBytes = usage.getMax() - usage.getUsed();
		if (usage.getMax() >= 0 && leftBytes < HEAP_BYTES) {
			throw new AnalysisFailedException(
					"Heap dump not analysed: %d MB left in the heap of the application, %d MB needed"
						.formatted(Math.max(0, leftBytes) >> 20, HEAP_BYTES >> 20));
		}
		this.analysis.run(dump, cancel, progress);
		return null;
	}

	/**
	 * Analyses with one thread.
	 */
	@FunctionalInterface
	interface Analysis {

		void run(Path dump, CancelSignal cancel, DoubleConsumer progress) throws IOException;

	}

}
