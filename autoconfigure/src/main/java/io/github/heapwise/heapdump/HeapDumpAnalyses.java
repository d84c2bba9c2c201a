package io.github.heapwise.heapdump;

import java.io.IOException;
import java.util.Optional;

import io.github.heapwise.heapview.HeapViews;

/**
 * Analyses dumps, one at a time, and answers questions about them. Safe for use from any
 * thread; nothing here waits for an analysis.
 */
public interface HeapDumpAnalyses {

	/**
	 * Return how far the analysis of a dump is.
	 * @param id id of a dump
	 * @return the state; of a dump that is not there as well
	 */
	DumpAnalysis analysis(String id);

	/**
	 * Analyse a finished dump, unless that has been done or is under way.
	 * @param id id of a dump
	 * @return the state now; empty if there is no finished dump of this id
	 * @throws HeapDumpRefusedException if it is not going to be analysed
	 */
	Optional<DumpAnalysis> analyse(String id);

	/**
	 * Look at an analysed dump. It is not deleted meanwhile.
	 * @param <T> the type of the answer
	 * @param id id of a dump
	 * @param question what to ask
	 * @return the answer, empty if there is no analysed dump of this id
	 * @throws IOException if the analysis is damaged; it is removed then
	 * @throws HeapDumpRefusedException if too many ask at the same time
	 */
	<T> Optional<T> ask(String id, Question<T> question) throws IOException;

	/**
	 * A question about a dump.
	 *
	 * @param <T> the type of the answer
	 */
	@FunctionalInterface
	interface Question<T> {

		T ask(HeapViews views) throws IOException;

	}

}
