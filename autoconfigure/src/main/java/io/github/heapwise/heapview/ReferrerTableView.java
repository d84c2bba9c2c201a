package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.ObjectPage;
import io.github.heapwise.hprof.CancelSignal;

/**
 * The table of what refers to an object.
 */
final class ReferrerTableView {

	private static final int MAX_FIELDS = 8;

	private final HeapGraph graph;

	private final ObjectRows rows;

	private final CancelSignal cancel;

	ReferrerTableView(HeapGraph graph, ObjectRows rows, CancelSignal cancel) {
		this.graph = graph;
		this.rows = rows;
		this.cancel = cancel;
	}

	Table<ReferrerRow> page(int object, TableQuery query) throws IOException {
		ObjectPage found = this.graph.referrers(object, query.from(), query.size(), this.cancel);
		ReferringFields fields = new ReferringFields(this.graph);
		List<ReferrerRow> made = new ArrayList<>();
		for (int referrer : found.objects()) {
			made.add(new ReferrerRow(this.rows.row(referrer), fields.names(referrer, object, MAX_FIELDS)));
		}
		return Table.of(made, query, found.total(), found.total());
	}

}
