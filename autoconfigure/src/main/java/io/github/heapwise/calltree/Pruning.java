package io.github.heapwise.calltree;

/**
 * Outcome of merging the nodes that are too small to be seen.
 *
 * @param tree what is left; every group of merged siblings is a node {@link Frame#OTHER},
 * so that the total stays
 * @param mergedNodes number of nodes that went into those
 * @param mergedBytes their bytes
 */
public record Pruning(CallTree tree, int mergedNodes, long mergedBytes) {

	/**
	 * Merge siblings that are smaller than a share of the whole. Linear.
	 * @param tree the tree
	 * @param minRatio share of the total, 0 to 1, below which a node is merged
	 * @return the smaller tree and what it lost
	 */
	public static Pruning of(CallTree tree, double minRatio) {
		double minBytes = minRatio * tree.totalBytes(0);
		CallTreeBuilder builder = new CallTreeBuilder(tree.frame(0));
		int[] path = new int[tree.size()];
		int mergedNodes = 0;
		long mergedBytes = 0;
		int node = 0;
		while (node < tree.size()) {
			int level = tree.level(node);
			if (level != 0 && tree.totalBytes(node) < minBytes) {
				int other = builder.child(path[level - 1], Frame.OTHER);
				builder.add(other, tree.totalBytes(node), objectsBelow(tree, node));
				mergedNodes += tree.end(node) - node;
				mergedBytes += tree.totalBytes(node);
				node = tree.end(node);
				continue;
			}
			path[level] = (level != 0) ? builder.child(path[level - 1], tree.frame(node)) : StackTree.ROOT;
			builder.add(path[level], tree.selfBytes(node), tree.selfObjects(node));
			node++;
		}
		return new Pruning(builder.build(), mergedNodes, mergedBytes);
	}

	private static long objectsBelow(CallTree tree, int node) {
		long objects = 0;
		for (int below = node; below < tree.end(node); below++) {
			objects += tree.selfObjects(below);
		}
		return objects;
	}

}
