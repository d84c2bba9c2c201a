package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A dump of one object and one class, of which everything can be asked. Notes what was.
 */
public final class FakeHeapViews implements HeapViews {

	public static final HeapNode.AnObject OBJECT = new HeapNode.AnObject(0x7f00a0);

	public static final HeapNode.AllInstances INSTANCES = new HeapNode.AllInstances(12);

	private static final long TOTAL_ROWS = 12_345;

	private final List<String> questions = new ArrayList<>();

	private @Nullable IOException failure;

	private @Nullable RuntimeException refusal;

	/**
	 * Return what was asked, with the query of a table.
	 * @return the questions
	 */
	public synchronized List<String> questions() {
		return List.copyOf(this.questions);
	}

	public synchronized void fail(IOException ex) {
		this.failure = ex;
	}

	public synchronized void refuse(RuntimeException ex) {
		this.refusal = ex;
	}

	@Override
	public Table<ClassRow> classes(TableQuery query) throws IOException {
		note("classes", query);
		return table(query, new ClassRow(INSTANCES.toString(), "com.example.Order", null, 3, 72, 4096, 2));
	}

	@Override
	public Table<ObjectRow> instances(HeapNode.AllInstances type, TableQuery query) throws IOException {
		note("instances " + type, query);
		known(type);
		return table(query, row());
	}

	@Override
	public Table<ObjectRow> dominators(HeapNode.@Nullable AnObject object, TableQuery query) throws IOException {
		note("dominators " + object, query);
		if (object != null) {
			known(object);
		}
		return table(query, row());
	}

	@Override
	public ObjectDetail object(HeapNode.AnObject object, TableQuery query) throws IOException {
		note("object " + object, query);
		known(object);
		Table<FieldRow> fields = table(query, new FieldRow("items", "com.example.Order", "object", null, row(), true));
		return new ObjectDetail(row(), INSTANCES.toString(), null, List.of(root()), List.of(row()), false, fields);
	}

	@Override
	public Table<ReferrerRow> incoming(HeapNode.AnObject object, TableQuery query) throws IOException {
		note("incoming " + object, query);
		known(object);
		return table(query, new ReferrerRow(row(), List.of("items")));
	}

	@Override
	public MergedPaths paths(HeapNode node) throws IOException {
		note("paths " + node, null);
		known(node);
		PathNode last = new PathNode(row(), "items", 7, null, 1, 4096, List.of());
		return new MergedPaths(node.toString(), 1, 1,
				List.of(new PathNode(row(), null, 0, root(), 1, 4096, List.of(last))));
	}

	@Override
	public Suspects suspects(@Nullable HeapViews earlier) throws IOException {
		note("suspects " + (earlier != null), null);
		Suspect suspect = new Suspect("object", "One order holds 4096 bytes", row(), INSTANCES.toString(),
				"com.example.Order", 3, 4096, 0.4, row(),
				List.of(new Suspect.PathStep(OBJECT.toString(), "com.example.Order", null, 0)),
				List.of(new Suspect.HeldClass(INSTANCES.toString(), "com.example.Item", 100, 2400, 4000)),
				(earlier != null) ? new Suspect.Growth(1024, 25, 60_000) : null);
		return new Suspects(10_000, 500, List.of(suspect));
	}

	@Override
	public Duplicates duplicates(TableQuery query) throws IOException {
		note("duplicates", query);
		return new Duplicates(9, 3, 900, 600, null,
				table(query, new DuplicateRow(OBJECT.toString(), 5, 7, 700, 600, null)));
	}

	@Override
	public CollectionFill collections(TableQuery query) throws IOException {
		note("collections", query);
		return new CollectionFill(40, 5000, table(query, new CollectionRow(INSTANCES.toString(), "java.util.HashMap",
				"map", 40, 30, 5, 60, 640, 0.1, 5000, OBJECT.toString(), 400)));
	}

	@Override
	public Table<LoaderRow> loaders(TableQuery query) throws IOException {
		note("loaders", query);
		return table(query,
				new LoaderRow(OBJECT.toString(), "com.example.Loader", "app", null, 12, 1, 30, 720, 900, 2));
	}

	@Override
	public Table<ThreadRow> threads(TableQuery query) throws IOException {
		note("threads", query);
		ThreadRow.Frame frame = new ThreadRow.Frame("com.example.Main.run", "Main.java:7", List.of(row()), 0);
		return table(query, new ThreadRow(row(), true, 4096, List.of(frame), 0));
	}

	@Override
	public Table<UnreachableRow> unreachable(TableQuery query) throws IOException {
		note("unreachable", query);
		return table(query, new UnreachableRow(INSTANCES.toString(), "com.example.Order", 5, 120));
	}

	@Override
	public Table<ComparisonRow> compare(HeapViews baseline, TableQuery query) throws IOException {
		note("compare", query);
		return table(query, new ComparisonRow(INSTANCES.toString(), "com.example.Order", "grown", 3, 1, 2, 48, 4000));
	}

	private synchronized void note(String question, @Nullable TableQuery query) throws IOException {
		if (this.failure != null) {
			throw this.failure;
		}
		if (this.refusal != null) {
			throw this.refusal;
		}
		this.questions.add((query != null) ? question + " " + query : question);
	}

	private static void known(HeapNode node) {
		if (!node.equals(OBJECT) && !node.equals(INSTANCES)) {
			throw new UnknownNodeException(node);
		}
	}

	private static <R> Table<R> table(TableQuery query, R row) {
		int pages = (int) ((TOTAL_ROWS + query.size() - 1) / query.size());
		return new Table<>((query.page() <= pages) ? List.of(row) : List.of(), query.page(), pages, TOTAL_ROWS);
	}

	private static ObjectRow row() {
		return new ObjectRow(OBJECT.toString(), "com.example.Order", null, null, 24, 4096, 0.4, 2, 1, null);
	}

	private static RootRow root() {
		return new RootRow("java-frame", OBJECT.toString(), "main", 0);
	}

}
