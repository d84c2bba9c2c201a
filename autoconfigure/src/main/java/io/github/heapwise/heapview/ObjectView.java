package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapObject;
import io.github.heapwise.heapgraph.HeapRoot;

/**
 * An object from near.
 */
final class ObjectView {

	private static final int MAX_DOMINATORS = 20;

	private static final int MAX_ROOTS = 20;

	private final HeapGraph graph;

	private final ObjectRows rows;

	private final ObjectValues values;

	ObjectView(HeapGraph graph, ObjectRows rows, ObjectValues values) {
		this.graph = graph;
		this.rows = rows;
		this.values = values;
	}

	/**
	 * Look at an object.
	 * @param number number of the object
	 * @param query which page of its elements
	 * @return the object
	 */
	ObjectDetail detail(int number, TableQuery query) throws IOException {
		HeapObject object = this.graph.object(number);
		int loader = this.graph.classSummary(object.classNumber()).loader();
		FieldRows fields = new FieldRows(this.graph, this.rows, this.values.shown());
		return new ObjectDetail(this.rows.row(number), new HeapNode.AllInstances(object.classNumber()).toString(),
				LoaderTexts.of(this.graph, loader), roots(number), dominators(number), this.values.shown(),
				fields.page(number, object.length(), query));
	}

	private List<RootRow> roots(int object) throws IOException {
		RootRows roots = new RootRows(this.graph, this.values);
		List<RootRow> made = new ArrayList<>();
		for (HeapRoot root : this.graph.rootsOf(object)) {
			if (made.size() < MAX_ROOTS) {
				made.add(roots.row(root));
			}
		}
		return made;
	}

	private List<ObjectRow> dominators(int object) throws IOException {
		List<ObjectRow> found = new ArrayList<>();
		int dominator = this.graph.dominator(object);
		while (dominator >= 0 && found.size() < MAX_DOMINATORS) {
			found.add(this.rows.row(dominator));
			dominator = this.graph.dominator(dominator);
		}
		return found;
	}

}
