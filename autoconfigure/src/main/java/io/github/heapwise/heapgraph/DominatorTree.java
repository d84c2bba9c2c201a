package io.github.heapwise.heapgraph;

import java.io.IOException;

/**
 * Turns dominators by number in a {@link DepthFirstOrder} into what is kept by object:
 * dominators and retained sizes, and adds up what classes retain.
 */
final class DominatorTree {

	private final DepthFirstOrder order;

	private final Ints dominators;

	private final Ints classes;

	private final LongColumn retained;

	// By number: the first of those it dominates, and the next one of the same dominator.
	private final Ints first;

	private final Ints next;

	private DominatorTree(DepthFirstOrder order, Ints dominators, boolean wide, WorkFiles files) throws IOException {
		this.order = order;
		this.dominators = dominators;
		this.classes = files.scratch(order.size() + 1L);
		this.retained = new LongColumn(files.zeros(order.size() + 1L), wide ? files.zeros(order.size() + 1L) : null);
		this.first = files.zeros(order.size() + 1L);
		this.next = files.scratch(order.size() + 1L);
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
		tree.addUp(kinds, result);
		progress.at(2, 3);
		tree.addUpByClass(kinds.classCount(), totals);
		files.release(order.objects(), order.parents(), tree.classes, (Ints) tree.retained.low(), tree.first,
				tree.next);
	}

	// What an object dominates has greater numbers, so it is complete when its turn
	// comes.
	private void addUp(ObjectKinds kinds, Result result) {
		Ints objects = this.order.objects();
		for (int i = this.order.size(); i > 0; i--) {
			int object = objects.get(i);
			int dominator = this.dominators.get(i);
			long words = this.retained.get(i) + kinds.words(object);
			this.classes.put(i, kinds.classOf(object));
			this.retained.put(i, words);
			result.retainedWords().put(object, words);
			this.next.put(i, this.first.get(dominator));
			this.first.put(dominator, i);
			if (dominator != 0) {
				this.retained.put(dominator, this.retained.get(dominator) + words);
				result.dominators().put(object, objects.get(dominator) + 1);
			}
			else {
				result.dominators().put(object, ObjectGraph.ROOT);
			}
		}
	}

	// Walks over the tree with the number of open objects of every class, so that what
	// an object retains counts only if none of its class holds it.
	private void addUpByClass(int classCount, ClassTotals totals) {
		int[] open = new int[classCount];
		int number = this.first.get(0);
		while (number != 0) {
			int type = this.classes.get(number);
			if (open[type] == 0) {
				totals.addRetained(type, this.retained.get(number));
			}
			int child = this.first.get(number);
			if (child != 0) {
				open[type]++;
				number = child;
				continue;
			}
			while (number != 0 && this.next.get(number) == 0) {
				number = this.dominators.get(number);
				if (number != 0) {
					open[this.classes.get(number)]--;
				}
			}
			number = (number != 0) ? this.next.get(number) : 0;
		}
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
