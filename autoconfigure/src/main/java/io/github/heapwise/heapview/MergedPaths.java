package io.github.heapwise.heapview;

import java.util.List;

/**
 * Shortest ways from roots to an object or to the instances of a class, of strong
 * references only.
 *
 * @param node what was asked about
 * @param objects how many objects that are
 * @param examined of how many the ways are shown
 * @param roots where the ways begin, those to most objects first
 */
public record MergedPaths(String node, long objects, long examined, List<PathNode> roots) {

	public MergedPaths {
		roots = List.copyOf(roots);
	}

}
