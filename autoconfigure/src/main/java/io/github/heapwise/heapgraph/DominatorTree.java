package io.github.heapwise.heapgraph;

import java.io.IOException;

/**
 * Turns dominators by number in a {@link DepthFirstOrder} into what is kept by object:
 * dominators and retained sizes, and adds up what classes retain.
 */
final class DominatorTree {

	private final DepthFirstOrder order;

	private final Ints dominators;

	private final WorkFiles files;

	private final Ints classes;

	private final LongColumn retained;

	private DominatorTree(DepthFirstOrder order, Ints dominators, boolean wide, WorkFiles files) throws IOException {
		this.order = order;
		this.dominators = dominators;
		this.files = files;
		this.classes = files.scratch(order.size() + 1L);
		this.retained = new LongColumn(files.scratch(order.size() + 1L),
				wide ? files.scratch(order.size() + 1L) : null);
	}

	/**
	 * Finish the tree.
	 * @param order the objects; released
	 * @param dominators their dominators; released
	 * @param kinds sizes and classes
	 * @param result where to put dominators and retained sizes
	 * @param totals where to add what classes retain
	 * @param files where to work
	 * @param progress told every million objects
	 */
	static void finish(DepthFirstOrder order, Ints dominators, ObjectKinds kinds, Result result, ClassTotals totals,
			WorkFiles files, Progress progress) throws IOException {
		DominatorTree tree = new DominatorTree(order, dominators, result.retainedWords().high() != null, files);
		tree.addUp(kinds);
		progress.at(1, 3);
		tree.store(result);
		progress.at(2, 3);
		tree.addUpByClass(kinds.classCount(), totals);
		files.release(order.objects(), order.parents(), tree.classes, (Ints) tree.retained.low());
	}

	private void addUp(ObjectKinds kinds) {
		int size = this.order.size();
		this.retained.put(0, 0);
		for (int i = 1; i <= size; i++) {
			int object = this.order.objects().get(i);
			this.classes.put(i, kinds.classOf(object));
			this.retained.put(i, kinds.words(object));
		}
		for (int i = size; i > 0; i--) {
			int dominator = this.dominators.get(i);
			this.retained.put(dominator, this.retained.get(dominator) + this.retained.get(i));
		}
	}

	private void store(Result result) {
		for (int i = 1; i <= this.order.size(); i++) {
			int object = this.order.objects().get(i);
			int dominator = this.dominators.get(i);
			result.dominators()
				.put(object, (dominator != 0) ? this.order.objects().get(dominator) + 1 : ObjectGraph.ROOT);
			result.retainedWords().put(object, this.retained.get(i));
		}
	}

	// Walks over the tree with the number of open objects of every class, so that what
	// an object retains counts only if none of its class holds it.
	private void addUpByClass(int classCount, ClassTotals totals) throws IOException {
		int size = this.order.size();
		Ints first = this.files.zeros(size + 1L);
		Ints next = this.files.zeros(size + 1L);
		for (int i = size; i > 0; i--) {
			int dominator = this.dominators.get(i);
			next.put(i, first.get(dominator));
			first.put(dominator, i);
		}
		int[] open = new int[classCount];
		int number = first.get(0);
		while (number != 0) {
			int type = this.classes.get(number);
			if (open[type] == 0) {
				totals.addRetained(type, this.retained.get(number));
			}
			int child = first.get(number);
			if (child != 0) {
				open[type]++;
				number = child;
				continue;
			}
			while (number != 0 && next.get(number) == 0) {
				number = this.dominators.get(number);
				if (number != 0) {
					open[this.classes.get(number)]--;
				}
			}
			number = (number != 0) ? next.get(number) : 0;
		}
		this.files.release(first, next);
	}

	/**
	 * What is kept by object.
	 *
	 * @param dominators all 0; set to 1 more than the object that dominates, to
	 * {@link ObjectGraph#ROOT} for what no single object holds
	 * @param retainedWords retained size in words of 8 bytes
	 */
	record Result(Ints dominators, LongColumn retainedWords) {

	}

}
