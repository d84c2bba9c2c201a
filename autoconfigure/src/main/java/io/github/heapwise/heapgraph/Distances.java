package io.github.heapwise.heapgraph;

import java.io.IOException;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Finds how far objects are from the roots, breadth first.
 */
final class Distances {

	private Distances() {
	}

	/**
	 * Measure distances. About 100 ns an object.
	 * @param graph the objects
	 * @param distances all 0; set to 1 for roots, 2 for what they refer to, and so on
	 * @param holders all 0; set to {@link ObjectGraph#ROOT} for roots, else to 1 more
	 * than the number of the object through which the shortest path leads
	 * @param files where to work
	 * @param cancel asked every million objects
	 */
	static void measure(ObjectGraph graph, Ints distances, Ints holders, WorkFiles files, CancelSignal cancel)
			throws IOException {
		Ints queue = files.scratch(graph.size() + 1L);
		int end = 0;
		for (int i = 0; i < graph.rootCount(); i++) {
			int root = graph.roots().get(i);
			distances.put(root, 1);
			holders.put(root, ObjectGraph.ROOT);
			queue.put(end++, root);
		}
		IntSource edges = graph.edges();
		for (int next = 0; next < end; next++) {
			if ((next & ObjectGraph.STEP_MASK) == 0) {
				cancel.check();
			}
			int object = queue.get(next);
			int distance = distances.get(object) + 1;
			long at = graph.start(object);
			for (int edge = (at != 0) ? 0 : ObjectGraph.LAST; edge >= 0;) {
				edge = edges.get(at++);
				int target = edge & ObjectGraph.NUMBER;
				if (distances.get(target) == 0) {
					distances.put(target, distance);
					holders.put(target, object + 1);
					queue.put(end++, target);
				}
			}
		}
		files.release(queue);
	}

}
