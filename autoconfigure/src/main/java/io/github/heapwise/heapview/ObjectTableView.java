package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.List;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Tables of objects by what they retain. There may be millions of them, of which only the
 * first {@value #MAX_ROWS} are put in order.
 */
final class ObjectTableView {

	/**
	 * Rows that can be asked for.
	 */
	static final int MAX_ROWS = 10_000;

	private final HeapGraph graph;

	private final ObjectRows rows;

	private final CancelSignal cancel;

	ObjectTableView(HeapGraph graph, ObjectRows rows, CancelSignal cancel) {
		this.graph = graph;
		this.rows = rows;
		this.cancel = cancel;
	}

	/**
	 * Return reachable instances of a class.
	 * @param type number of the class
	 * @param query which page
	 * @return the page
	 */
	Table<ObjectRow> instances(int type, TableQuery query) throws IOException {
		long total = this.graph.classSummary(type).instances();
		return page(query, total, (from, limit) -> this.graph.largestInstances(type, from, limit, this.cancel));
	}

	/**
	 * Return what an object dominates.
	 * @param object number of the object, -1 for what none dominates
	 * @param query which page
	 * @return the page
	 */
	Table<ObjectRow> dominated(int object, TableQuery query) throws IOException {
		return page(query, this.graph.dominatedCount(object),
				(from, limit) -> this.graph.dominated(object, from, limit));
	}

	private Table<ObjectRow> page(TableQuery query, long total, Source source) throws IOException {
		long end = Math.min(MAX_ROWS, query.from() + query.size());
		int limit = (int) Math.max(0, end - query.from());
		List<ObjectRow> made = (limit > 0 && query.from() < total)
				? this.rows.rows(source.objects((int) query.from(), limit)) : List.of();
		return Table.of(made, query, total, MAX_ROWS);
	}

	/**
	 * Gives objects in their order.
	 */
	@FunctionalInterface
	private interface Source {

		int[] objects(int from, int limit);

	}

}
