package io.github.heapwise.heapview;

import java.util.function.DoubleConsumer;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.CancelSignal;

/**
 * What a report is computed from.
 *
 * @param graph the dump
 * @param cancel to be asked at least every million objects
 * @param progress to be told how much of the report is done, from 0 to 1
 */
record ReportWork(HeapGraph graph, CancelSignal cancel, DoubleConsumer progress) {

	/**
	 * Tell how far the work has come, and stop if it shall.
	 * @param done what is done
	 * @param total what there is to do
	 */
	void at(long done, long total) {
		this.cancel.check();
		this.progress.accept((double) done / Math.max(1, total));
	}

}
