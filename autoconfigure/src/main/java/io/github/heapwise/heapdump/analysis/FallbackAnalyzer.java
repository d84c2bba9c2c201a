package io.github.heapwise.heapdump.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

import io.github.heapwise.hprof.CancelSignal;
import org.jspecify.annotations.Nullable;

/**
 * Analyses a dump in a process of its own, and here where there cannot be one.
 */
final class FallbackAnalyzer implements DumpAnalyzer {

	private final DumpAnalyzer child;

	private final DumpAnalyzer inProcess;

	private final Consumer<String> onProblem;

	FallbackAnalyzer(DumpAnalyzer child, DumpAnalyzer inProcess, Consumer<String> onProblem) {
		this.child = child;
		this.inProcess = inProcess;
		this.onProblem = onProblem;
	}

	@Override
	public @Nullable String analyse(Path dump, Path scratch, CancelSignal cancel, DoubleConsumer progress)
			throws IOException {
		try {
			return this.child.analyse(dump, scratch, cancel, progress);
		}
		catch (NoProcessException ex) {
			String sentence = "Analysed inside the application, with one thread: " + ex.getMessage();
			this.onProblem.accept((ex.getCause() != null) ? sentence + " (" + ex.getCause() + ")" : sentence);
			this.inProcess.analyse(dump, scratch, cancel, progress);
			return sentence;
		}
	}

}
