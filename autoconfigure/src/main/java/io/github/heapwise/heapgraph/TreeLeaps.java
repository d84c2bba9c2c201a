package io.github.heapwise.heapgraph;

import java.io.IOException;

/**
 * Finds ancestors in a tree that is still growing in logarithmic time: besides its parent
 * every node knows one ancestor far up (Myers, An applicative random-access stack, 1983).
 */
final class TreeLeaps {

	private final Ints parents;

	private final Ints leaps;

	private final Ints depths;

	private final WorkFiles files;

	/**
	 * Start with the root, node 0.
	 * @param size how many nodes there will be
	 * @param parents parents by node, each less than the node
	 * @param files where to work
	 */
	TreeLeaps(int size, Ints parents, WorkFiles files) throws IOException {
		this.parents = parents;
		this.files = files;
		this.leaps = files.zeros(size + 1L);
		this.depths = files.zeros(size + 1L);
	}

	/**
	 * Add a node whose parent is known by now and was added before.
	 * @param node the node
	 */
	void add(int node) {
		int parent = this.parents.get(node);
		int leap = this.leaps.get(parent);
		int farLeap = this.leaps.get(leap);
		int depth = this.depths.get(parent);
		boolean even = depth - this.depths.get(leap) == this.depths.get(leap) - this.depths.get(farLeap);
		this.leaps.put(node, even ? farLeap : parent);
		this.depths.put(node, depth + 1);
	}

	/**
	 * Return the nearest ancestor that is not beyond a limit.
	 * @param limit the limit
	 * @param node where to start; the answer if it is not beyond
	 * @return the ancestor
	 */
	int ancestorUpTo(int limit, int node) {
		int ancestor = node;
		while (ancestor > limit) {
			int leap = this.leaps.get(ancestor);
			ancestor = (leap > limit) ? leap : this.parents.get(ancestor);
		}
		return ancestor;
	}

	void release() {
		this.files.release(this.leaps, this.depths);
	}

}
