package io.github.heapwise.heapview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Finds the objects where large parts of the dominator tree branch: they retain much and
 * no single object below them nearly all of that. Objects of a kind that hang on each
 * other, as the nodes of a list or a tree, are taken for what is below the first of them.
 */
final class BranchingPoints {

	private static final int MAX_POINTS = 250;

	private static final double NEARLY_ALL = 0.8;

	private final HeapGraph graph;

	private final long thresholdBytes;

	private final SparseBits large = new SparseBits();

	// What only leads to where it branches.
	private final SparseBits through = new SparseBits();

	// What hangs on others of its kind, and what others of its kind hang on.
	private final SparseBits continuing = new SparseBits();

	private final SparseBits continued = new SparseBits();

	private BranchingPoints(HeapGraph graph, long thresholdBytes) {
		this.graph = graph;
		this.thresholdBytes = thresholdBytes;
	}

	/**
	 * Find them. Reads 4 bytes of every object.
	 * @param graph the dump
	 * @param thresholdBytes what they are to retain at least
	 * @param cancel asked every million objects
	 * @return those that retain most, the largest first
	 */
	static List<Point> find(HeapGraph graph, long thresholdBytes, CancelSignal cancel) {
		BranchingPoints points = new BranchingPoints(graph, thresholdBytes);
		graph.reachable((long) (NEARLY_ALL * thresholdBytes), cancel, points::visit);
		return points.found();
	}

	private void visit(int object, long retainedBytes, int dominator) {
		if (retainedBytes >= this.thresholdBytes) {
			this.large.add(object);
		}
		if (dominator >= 0) {
			int ofItsKind = ofItsKind(this.graph.classOf(object), dominator);
			if (ofItsKind >= 0) {
				this.continuing.add(object);
				this.continued.add(ofItsKind);
			}
			else if (retainedBytes >= NEARLY_ALL * this.graph.retainedBytes(dominator)) {
				this.through.add(dominator);
			}
		}
	}

	// Directly, or with one object between them: a node and its value may take turns.
	private int ofItsKind(int type, int dominator) {
		if (this.graph.classOf(dominator) == type) {
			return dominator;
		}
		int above = this.graph.dominator(dominator);
		return (above >= 0 && this.graph.classOf(above) == type) ? above : -1;
	}

	private List<Point> found() {
		List<Point> found = new ArrayList<>();
		this.large.forEach((object) -> {
			boolean first = this.continued.contains(object);
			if (first ? !this.continuing.contains(object) : !this.through.contains(object)) {
				found.add(new Point(object, this.graph.retainedBytes(object), first));
			}
		});
		found.sort(Comparator.comparingLong(Point::retainedBytes).reversed());
		return List.copyOf(found.subList(0, Math.min(MAX_POINTS, found.size())));
	}

	/**
	 * Where it branches.
	 *
	 * @param object number of the object
	 * @param retainedBytes what it retains
	 * @param first whether it is the first of many of its kind that hang on each other
	 */
	record Point(int object, long retainedBytes, boolean first) {

	}

}
