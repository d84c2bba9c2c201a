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

	private final ObjectValues values;

	private final ObjectRows rows;

	private IndexedHeapViews(HeapGraph graph, boolean showValues, CancelSignal cancel) {
		this.graph = graph;
		this.cancel = cancel;
		this.values = new ObjectValues(graph, showValues);
		this.rows = new ObjectRows(graph, this.values, graph.reachableBytes());
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
		return new ClassTableView(this.graph).reachable(query);
	}

	@Override
	public Table<ObjectRow> instances(HeapNode.AllInstances type, TableQuery query) throws IOException {
		return new ObjectTableView(this.graph, this.rows, this.cancel).instances(number(type), query);
	}

	@Override
	public Table<ObjectRow> dominators(HeapNode.@Nullable AnObject object, TableQuery query) throws IOException {
		int number = (object != null) ? number(object) : -1;
		return new ObjectTableView(this.graph, this.rows, this.cancel).dominated(number, query);
	}

	@Override
	public ObjectDetail object(HeapNode.AnObject object, TableQuery query) throws IOException {
		return new ObjectView(this.graph, this.rows, this.values).detail(number(object), query);
	}

	@Override
	public Table<ReferrerRow> incoming(HeapNode.AnObject object, TableQuery query) throws IOException {
		return new ReferrerTableView(this.graph, this.rows, this.cancel).page(number(object), query);
	}

	@Override
	public MergedPaths paths(HeapNode node) throws IOException {
		PathsView paths = new PathsView(this.graph, this.rows, new RootRows(this.graph, this.values), this.cancel);
		if (node instanceof HeapNode.AllInstances type) {
			return paths.toInstances(number(type), type);
		}
		return paths.toObject(number((HeapNode.AnObject) node), node);
	}

	@Override
	public Suspects suspects(@Nullable HeapViews earlier) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Duplicates duplicates(TableQuery query) throws IOException {
		return new DuplicatesView(this.graph, this.values).page(query);
	}

	@Override
	public CollectionFill collections(TableQuery query) throws IOException {
		return HeapReports.of(this.graph).read(CollectionReport.REPORT).page(query);
	}

	@Override
	public Table<LoaderRow> loaders(TableQuery query) throws IOException {
		return new LoaderTableView(this.graph).page(query);
	}

	@Override
	public Table<ThreadRow> threads(TableQuery query) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Table<UnreachableRow> unreachable(TableQuery query) throws IOException {
		return new ClassTableView(this.graph).unreachable(query);
	}

	@Override
	public Table<ComparisonRow> compare(HeapViews baseline, TableQuery query) throws IOException {
		if (baseline instanceof IndexedHeapViews other) {
			return new ComparisonView(this.graph, other.graph).page(query);
		}
		throw new IllegalArgumentException("Only a dump that is opened by its index can be compared with");
	}

	@Override
	public void close() throws IOException {
		this.graph.close();
	}

	private int number(HeapNode.AnObject node) {
		return this.graph.find(node.id()).orElseThrow(() -> new UnknownNodeException(node));
	}

	private int number(HeapNode.AllInstances node) {
		if (node.number() < 0 || node.number() >= this.graph.totals().classes()) {
			throw new UnknownNodeException(node);
		}
		return node.number();
	}

}
