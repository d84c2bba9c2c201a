package io.github.heapwise.heapdump;

import java.util.Optional;

/**
 * Stands in where the application keeps dumps by itself: no file, so nothing to analyse.
 */
public final class UnavailableAnalyses implements HeapDumpAnalyses {

	private static final String REASON = "Heap dumps are not analysed here: "
			+ "the application keeps them itself and has no bean of type 'HeapDumpAnalyses'";

	private static final DumpAnalysis ANALYSIS = new DumpAnalysis(DumpAnalysis.State.REFUSED, 0, REASON, null);

	@Override
	public DumpAnalysis analysis(String id) {
		return ANALYSIS;
	}

	@Override
	public Optional<DumpAnalysis> analyse(String id) {
		throw new HeapDumpRefusedException(HeapDumpRefusedException.Cause.UNAVAILABLE, REASON, null);
	}

	@Override
	public <T> Optional<T> ask(String id, Question<T> question) {
		return Optional.empty();
	}

}
