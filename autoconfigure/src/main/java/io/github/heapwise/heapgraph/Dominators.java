package io.github.heapwise.heapgraph;

import java.io.IOException;

/**
 * Finds immediate dominators by Semi-NCA (Georgiadis, Linear-Time Algorithms for
 * Dominators and Related Problems, 2005): semidominators with path compression, then the
 * nearest common ancestor with the parent. Works on numbers of a {@link DepthFirstOrder};
 * where only the parent leads to an object, it dominates it and nothing is computed.
 * <p>
 * The last step alone would take quadratic time for graphs made for that, so it gives up
 * climbing step by step when steps get many.
 */
final class Dominators {

	private static final int STEPS_PER_OBJECT = 32;

	private final DepthFirstOrder order;

	private final Predecessors predecessors;

	private final WorkFiles files;

	private final Progress progress;

	private final Ints semidominators;

	private final Ints ancestors;

	private final Ints labels;

	private final Ints path;

	private Dominators(DepthFirstOrder order, Predecessors predecessors, WorkFiles files, Progress progress)
			throws IOException {
		this.order = order;
		this.predecessors = predecessors;
		this.files = files;
		this.progress = progress;
		this.semidominators = files.scratch(order.size() + 1L);
		this.ancestors = files.scratch(order.size() + 1L);
		this.labels = files.scratch(order.size() + 1L);
		this.path = files.scratch(order.size() + 1L);
	}

	/**
	 * Find them. About 100 ns an object.
	 * @param order the objects; its parents become the result
	 * @param predecessors how else one comes to them; released
	 * @param files where to work
	 * @param progress told every million objects
	 * @return by number the number of the dominator, 0 for what only all roots together
	 * hold
	 */
	static Ints of(DepthFirstOrder order, Predecessors predecessors, WorkFiles files, Progress progress)
			throws IOException {
		Dominators dominators = new Dominators(order, predecessors, files, progress);
		dominators.findSemidominators();
		files.release(dominators.ancestors, dominators.labels, dominators.path, predecessors.ends(),
				predecessors.numbers());
		dominators.climb();
		files.release(dominators.semidominators);
		return order.parents();
	}

	private void findSemidominators() {
		Ints parents = this.order.parents();
		int size = this.order.size();
		for (int i = 0; i <= size; i++) {
			this.ancestors.put(i, (i != 0) ? parents.get(i) : 0);
			this.labels.put(i, i);
		}
		for (int i = size; i > 0; i--) {
			int semidominator = parents.get(i);
			for (int p = this.predecessors.start(i), end = this.predecessors.end(i); p < end; p++) {
				semidominator = Math.min(semidominator, lowest(this.predecessors.numbers().get(p), i));
			}
			this.semidominators.put(i, semidominator);
			this.labels.put(i, semidominator);
			step(size - i, 2L * size);
		}
	}

	// The least semidominator on the way up from a number, as far as numbers are above a
	// limit.
	private int lowest(int number, int limit) {
		if (number <= limit) {
			return number;
		}
		int depth = 0;
		int top = number;
		int above = this.ancestors.get(top);
		while (above > limit) {
			this.path.put(depth++, top);
			top = above;
			above = this.ancestors.get(top);
		}
		int lowest = this.labels.get(top);
		while (depth > 0) {
			int below = this.path.get(--depth);
			this.ancestors.put(below, above);
			lowest = Math.min(lowest, this.labels.get(below));
			this.labels.put(below, lowest);
		}
		return lowest;
	}

	private void climb() throws IOException {
		Ints dominators = this.order.parents();
		int size = this.order.size();
		long stepsLeft = (long) STEPS_PER_OBJECT * size;
		int next = 1;
		for (; next <= size && stepsLeft > 0; next++) {
			int semidominator = this.semidominators.get(next);
			int dominator = dominators.get(next);
			for (; dominator > semidominator && stepsLeft > 0; stepsLeft--) {
				dominator = dominators.get(dominator);
			}
			dominators.put(next, dominator);
			step(size + (long) next, 2L * size);
		}
		if (stepsLeft <= 0) {
			leap(next - 1, dominators);
		}
	}

	private void leap(int from, Ints dominators) throws IOException {
		int size = this.order.size();
		TreeLeaps leaps = new TreeLeaps(size, dominators, this.files);
		for (int i = 1; i <= size; i++) {
			if (i >= from) {
				dominators.put(i, leaps.ancestorUpTo(this.semidominators.get(i), dominators.get(i)));
			}
			leaps.add(i);
			step(size + (long) i, 2L * size);
		}
		leaps.release();
	}

	private void step(long done, long total) {
		if ((done & ObjectGraph.STEP_MASK) == 0) {
			this.progress.at(done, total);
		}
	}

}
