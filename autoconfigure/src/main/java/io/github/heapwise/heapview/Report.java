package io.github.heapwise.heapview;

import java.io.IOException;

/**
 * What takes a walk over all objects, so that it is computed once, when a dump is
 * analysed, and read whenever somebody asks.
 *
 * @param <R> the type of the result
 * @param name name of the file that keeps it
 * @param type type of the result, see {@link RecordCodec}
 * @param computation computes it
 */
record Report<R extends Record>(String name, Class<R> type, Computation<R> computation) {

	/**
	 * Computes a report.
	 *
	 * @param <R> the type of the result
	 */
	@FunctionalInterface
	interface Computation<R extends Record> {

		/**
		 * Compute it, in a few MB of heap.
		 * @param work of what, and how
		 * @return the result, of bounded size
		 * @throws IOException if the dump or its index cannot be read
		 * @throws java.util.concurrent.CancellationException if cancelled
		 */
		R compute(ReportWork work) throws IOException;

	}

}
