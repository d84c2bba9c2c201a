package io.github.heapwise.heapview;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapIndexer;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;

/**
 * A dump with its index and reports.
 */
final class AnalysedDump implements Closeable {

	final Path file;

	final IndexedHeapViews views;

	private AnalysedDump(Path file) {
		this.file = file;
		try {
			HeapIndexer.index(file, 1, CancelSignal.NEVER, (ratio) -> {
			});
			HeapReports.write(file, CancelSignal.NEVER, (ratio) -> {
			});
			this.views = IndexedHeapViews.open(file, true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static AnalysedDump of(Path file) {
		return new AnalysedDump(file);
	}

	static AnalysedDump of(HeapDumpBuilder dump, Path directory) {
		return new AnalysedDump(dump.writeTo(directory));
	}

	static AnalysedDump ofRedacted(HeapDumpBuilder dump, Path directory) {
		try {
			return new AnalysedDump(Files.write(directory.resolve("redacted.hprof"), dump.buildRedacted()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return what objects take.
	 * @param dump what the dump was built from
	 * @param names names of the objects
	 * @return shallow sizes together in bytes
	 */
	long shallowBytes(HeapDumpBuilder dump, String... names) {
		try (HeapGraph graph = HeapGraph.open(this.file)) {
			long bytes = 0;
			for (String name : names) {
				bytes += graph.shallowBytes(graph.find(dump.idOf(name)).orElseThrow());
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return how an object is called.
	 * @param dump what the dump was built from
	 * @param name its name there
	 * @return its node
	 */
	static String node(HeapDumpBuilder dump, String name) {
		return new HeapNode.AnObject(dump.idOf(name)).toString();
	}

	@Override
	public void close() {
		try {
			this.views.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
