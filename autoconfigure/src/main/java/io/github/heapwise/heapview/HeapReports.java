package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.CancelSignal;

/**
 * The reports about a dump, written when it is analysed and kept with its index.
 * <p>
 * Thread-safe.
 */
public final class HeapReports {

	static final List<Report<?>> ALL = List.of(DuplicateReport.REPORT, CollectionReport.REPORT);

	private final Path directory;

	private HeapReports(Path directory) {
		this.directory = directory;
	}

	/**
	 * Compute all reports of a dump that has an index, but those that are there. Some 3
	 * CPU seconds a GB, in some MB of heap.
	 * @param dump the dump
	 * @param cancel asked about ten times a second
	 * @param progress told how much is done, from 0 to 1
	 * @throws IOException if the dump has no index, cannot be read, or there is no room
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static void write(Path dump, CancelSignal cancel, DoubleConsumer progress) throws IOException {
		try (HeapGraph graph = HeapGraph.open(dump)) {
			HeapReports reports = of(graph);
			for (int i = 0; i < ALL.size(); i++) {
				int done = i;
				reports.write(ALL.get(i), new ReportWork(graph, cancel,
						(ratio) -> progress.accept((done + Math.min(1, ratio)) / ALL.size())));
			}
		}
		progress.accept(1);
	}

	/**
	 * Return whether a dump has an index and all reports of this version.
	 * @param dump the dump
	 * @return whether all can be read
	 */
	public static boolean areWritten(Path dump) throws IOException {
		if (!HeapGraph.isIndexed(dump)) {
			return false;
		}
		try (HeapGraph graph = HeapGraph.open(dump)) {
			HeapReports reports = of(graph);
			for (Report<?> report : ALL) {
				if (!RecordFile.isWritten(reports.file(report), report.type())) {
					return false;
				}
			}
			return true;
		}
	}

	/**
	 * Prepare to read the reports of a dump.
	 * @param graph the dump
	 * @return its reports
	 */
	static HeapReports of(HeapGraph graph) {
		return new HeapReports(graph.directory());
	}

	/**
	 * Read a report. Some milliseconds.
	 * @param <R> the type of the report
	 * @param report which one
	 * @return the report
	 * @throws IOException if it is not there, damaged, or of another version
	 */
	<R extends Record> R read(Report<R> report) throws IOException {
		return RecordFile.read(file(report), report.type());
	}

	private <R extends Record> void write(Report<R> report, ReportWork work) throws IOException {
		work.at(0, 1);
		if (!RecordFile.isWritten(file(report), report.type())) {
			RecordFile.write(file(report), report.computation().compute(work));
		}
	}

	private Path file(Report<?> report) {
		return this.directory.resolve(report.name());
	}

}
