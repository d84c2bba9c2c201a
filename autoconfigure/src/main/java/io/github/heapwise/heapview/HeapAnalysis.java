package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

import io.github.heapwise.heapgraph.HeapIndexer;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Makes ready all that can be asked of a dump, in files beside it. Takes a heap of 64 MB,
 * whatever the dump.
 */
public final class HeapAnalysis {

	private static final double INDEX_SHARE = 0.8;

	private HeapAnalysis() {
	}

	/**
	 * Analyse a dump, unless it is analysed. Only once for a dump at the same time.
	 * @param dump the dump
	 * @param threads how many threads to use, 1 or 2
	 * @param cancel asked about ten times a second
	 * @param progress told how much is done, from 0 to 1, on any thread
	 * @throws io.github.heapwise.hprof.MalformedDumpException if the dump contradicts
	 * itself or its format
	 * @throws IOException if it is too large, cannot be read, or there is no room
	 * @throws java.util.concurrent.CancellationException if cancelled
	 * @see AnalysisFailure
	 */
	public static void run(Path dump, int threads, CancelSignal cancel, DoubleConsumer progress) throws IOException {
		HeapIndexer.index(dump, threads, cancel, (ratio) -> progress.accept(INDEX_SHARE * ratio));
		HeapReports.write(dump, cancel, (ratio) -> progress.accept(INDEX_SHARE + (1 - INDEX_SHARE) * ratio));
	}

}
