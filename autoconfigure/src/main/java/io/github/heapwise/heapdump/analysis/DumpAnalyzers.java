package io.github.heapwise.heapdump.analysis;

import java.nio.file.Path;
import java.util.function.Consumer;

import io.github.heapwise.heapview.AnalysisProcess;
import io.github.heapwise.heapview.HeapAnalysis;
import io.github.heapwise.os.OutOfMemoryOrder;

/**
 * Where dumps can be analysed.
 */
public final class DumpAnalyzers {

	// A second one makes it ready a quarter sooner, and takes the processor from the
	// application beside it.
	private static final int THREADS = 1;

	private DumpAnalyzers() {
	}

	/**
	 * Analyse in a process of its own only.
	 * @return what does so
	 */
	public static DumpAnalyzer inChild() {
		return new ChildAnalyzer(ChildCommand.ofThisJvm(), AnalysisProcess.class, new OutOfMemoryOrder(Path.of("/")),
				THREADS);
	}

	/**
	 * Analyse in this process, with one thread and up to 64 MB of its heap.
	 * @return what does so
	 */
	public static DumpAnalyzer inProcess() {
		return new InProcessAnalyzer((dump, cancel, progress) -> HeapAnalysis.run(dump, 1, cancel, progress));
	}

	/**
	 * Analyse in a process of its own, and in this one where there cannot be another.
	 * @param onProblem told why not, with paths
	 * @return what does so
	 */
	public static DumpAnalyzer inChildIfPossible(Consumer<String> onProblem) {
		return new FallbackAnalyzer(inChild(), inProcess(), onProblem);
	}

}
