package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

import io.github.heapwise.hprof.CancelSignal;
import org.jspecify.annotations.Nullable;

/**
 * Analyses a dump, which leaves files beside it that can be looked at.
 */
@FunctionalInterface
public interface DumpAnalyzer {

	/**
	 * Analyse a dump. Takes some 15 CPU seconds a gigabyte. Where it fails, files may be
	 * left beside the dump.
	 * @param dump the dump
	 * @param scratch an empty file in the same directory, to be used as is needed
	 * @param cancel asked at least 10 times a second
	 * @param progress told how much is done, from 0 to 1, on any thread
	 * @return where it ran instead of where it should, and why, a sentence without a
	 * path; {@code null} where there is nothing to say
	 * @throws AnalysisFailedException if it fails, with a sentence for clients
	 * @throws IOException if it fails
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	@Nullable String analyse(Path dump, Path scratch, CancelSignal cancel, DoubleConsumer progress) throws IOException;

}
