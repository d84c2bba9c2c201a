package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.OptionalInt;

import io.github.heapwise.heapgraph.HeapGraph;
import org.jspecify.annotations.Nullable;

/**
 * The table of texts that are there several times, with what they say where that is to be
 * shown.
 */
final class DuplicatesView {

	private final HeapGraph graph;

	private final ObjectValues values;

	DuplicatesView(HeapGraph graph, ObjectValues values) {
		this.graph = graph;
		this.values = values;
	}

	/**
	 * Return a page of the table.
	 * @param query which page
	 * @return the page
	 * @throws IOException if the report is not there, or the dump cannot be read
	 */
	Duplicates page(TableQuery query) throws IOException {
		Duplicates page = HeapReports.of(this.graph).read(DuplicateReport.REPORT).page(query);
		return new Duplicates(page.strings(), page.distinctStrings(), page.bytes(), page.wastedBytes(),
				page.unavailableReason(), page.table().map(this::withValue));
	}

	private DuplicateRow withValue(DuplicateRow row) throws IOException {
		return new DuplicateRow(row.node(), row.length(), row.copies(), row.bytes(), row.wastedBytes(),
				value(row.node()));
	}

	private @Nullable String value(String node) throws IOException {
		if (this.values.shown() && HeapNode.parse(node).orElse(null) instanceof HeapNode.AnObject object) {
			OptionalInt number = this.graph.find(object.id());
			return number.isPresent() ? this.values.of(number.getAsInt()) : null;
		}
		return null;
	}

}
