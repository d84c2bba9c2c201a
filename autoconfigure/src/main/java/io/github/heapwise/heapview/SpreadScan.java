package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapReader;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Measures how evenly what some objects retain is spread over the objects that they
 * dominate immediately, and what some classes retain over their instances.
 */
final class SpreadScan {

	private final int[] objects;

	private final SparseBits isWanted = new SparseBits();

	private final Evenness[] byObject;

	private final Evenness[] byClass;

	private final HeapReader reader;

	private final boolean hasClasses;

	private SpreadScan(int[] objects, List<Integer> types, int classCount, HeapReader reader) {
		this.reader = reader;
		this.hasClasses = !types.isEmpty();
		this.objects = objects.clone();
		Arrays.sort(this.objects);
		this.byObject = new Evenness[objects.length];
		Arrays.setAll(this.byObject, (index) -> new Evenness());
		Arrays.stream(objects).forEach(this.isWanted::add);
		this.byClass = new Evenness[classCount];
		types.forEach((type) -> this.byClass[type] = new Evenness());
	}

	/**
	 * Measure. Reads 8 bytes of every object, 12 if there are classes.
	 * @param graph the dump
	 * @param objects the objects
	 * @param types numbers of the classes
	 * @param cancel asked every million objects
	 * @return what was measured
	 */
	static SpreadScan of(HeapGraph graph, int[] objects, List<Integer> types, CancelSignal cancel) throws IOException {
		try (HeapReader reader = graph.reader()) {
			SpreadScan scan = new SpreadScan(objects, types, graph.totals().classes(), reader);
			graph.reachable(cancel, scan::visit);
			return scan;
		}
	}

	Evenness below(int object) {
		return this.byObject[Arrays.binarySearch(this.objects, object)];
	}

	Evenness ofClass(int type) {
		return this.byClass[type];
	}

	private void visit(int object, long retainedBytes, int dominator) {
		if (dominator >= 0 && this.isWanted.contains(dominator)) {
			below(dominator).add(retainedBytes);
		}
		Evenness ofClass = this.hasClasses ? this.byClass[this.reader.classOf(object)] : null;
		if (ofClass != null) {
			ofClass.add(retainedBytes);
		}
	}

}
