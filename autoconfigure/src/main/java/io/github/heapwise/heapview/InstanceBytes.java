package io.github.heapwise.heapview;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapReader;

/**
 * Remembers what instances of a class take, which is looked up far from where the objects
 * are.
 */
final class InstanceBytes {

	private static final String CLASS = "java.lang.Class";

	private final HeapGraph graph;

	private final HeapReader reader;

	// 0 if it is not known yet, -1 if it differs from object to object.
	private final long[] bytesByClass;

	InstanceBytes(HeapGraph graph, HeapReader reader) {
		this.graph = graph;
		this.reader = reader;
		this.bytesByClass = new long[graph.totals().classes()];
	}

	long of(int object, int type) {
		if (this.bytesByClass[type] == 0) {
			boolean differs = this.reader.length(object) >= 0 || this.graph.className(type).equals(CLASS);
			this.bytesByClass[type] = differs ? -1 : this.reader.shallowBytes(object);
		}
		return (this.bytesByClass[type] > 0) ? this.bytesByClass[type] : this.reader.shallowBytes(object);
	}

}
