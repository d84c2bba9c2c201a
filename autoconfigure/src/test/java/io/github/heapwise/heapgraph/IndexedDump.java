package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;

/**
 * The graph of a built dump, by the names that its builder has for the objects.
 */
final class IndexedDump implements AutoCloseable {

	final HeapGraph graph;

	private final HeapDumpBuilder dump;

	IndexedDump(HeapDumpBuilder dump, Path file) {
		this.dump = dump;
		try {
			HeapIndexer.index(file, 2, CancelSignal.NEVER, (ratio) -> {
			});
			this.graph = HeapGraph.open(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static IndexedDump of(HeapDumpBuilder dump, Path directory) {
		return new IndexedDump(dump, dump.writeTo(directory));
	}

	int number(String name) {
		return this.graph.find(this.dump.idOf(name)).orElseThrow();
	}

	int[] numbers(String... names) {
		return Arrays.stream(names).mapToInt(this::number).toArray();
	}

	long shallow(String... names) {
		return Arrays.stream(numbers(names)).mapToLong(this.graph::shallowBytes).sum();
	}

	long retained(String name) {
		return this.graph.retainedBytes(number(name));
	}

	int distance(String name) {
		return this.graph.distance(number(name));
	}

	int[] references(String name) {
		return this.graph.references(number(name), 0, Integer.MAX_VALUE);
	}

	int[] referrers(String name) {
		return this.graph.referrers(number(name), 0, Integer.MAX_VALUE, CancelSignal.NEVER).objects();
	}

	List<HeapRoot> roots(String name) {
		return this.graph.rootsOf(number(name));
	}

	ClassSummary type(String name) {
		return this.graph.classes().stream().filter((type) -> type.name().equals(name)).findFirst().orElseThrow();
	}

	@Override
	public void close() {
		try {
			this.graph.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
