package io.github.heapwise.heapgraph;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Shows all reachable objects, reading every column once from its start to its end. Keeps
 * the sizes of instances at hand, 8 bytes a class.
 */
final class ObjectScan {

	private final Kinds kinds;

	private final IntSource dominators;

	private final LongColumn retainedWords;

	/**
	 * Prepare to scan.
	 * @param kinds classes and sizes, with the column for one thread
	 * @param dominators dominators as kept, for one thread
	 * @param retainedWords retained sizes, for one thread
	 */
	ObjectScan(Kinds kinds, IntSource dominators, LongColumn retainedWords) {
		this.kinds = new Kinds(kinds.coding(), kinds.column(), kinds.lengths(), kinds.arrays(), sizesOf(kinds));
		this.dominators = dominators;
		this.retainedWords = retainedWords;
	}

	/**
	 * Show them.
	 * @param size how many objects there are
	 * @param cancel asked every million objects
	 * @param visitor gets objects in their order
	 */
	void show(int size, CancelSignal cancel, ObjectVisitor visitor) {
		for (int i = 0; i < size; i++) {
			if ((i & ObjectGraph.STEP_MASK) == 0) {
				cancel.check();
			}
			int dominator = this.dominators.get(i);
			if (dominator != 0) {
				visitor.visit(i, this.kinds.classOf(i), this.kinds.words(i) << 3, this.retainedWords.get(i) << 3,
						Math.max(0, dominator) - 1);
			}
		}
	}

	private static IntSource sizesOf(Kinds kinds) {
		int[] sizes = new int[2 * kinds.classCount()];
		for (int i = 0; i < kinds.classCount(); i++) {
			sizes[2 * i] = ClassRows.getInt(kinds.rows(), i, ClassRows.INSTANCE_WORDS);
			sizes[2 * i + 1] = ClassRows.getInt(kinds.rows(), i, ClassRows.MIRROR_WORDS);
		}
		return (index) -> {
			int type = (int) (index / ClassRows.INTS);
			return sizes[2 * type + (int) (index - (long) type * ClassRows.INTS) - ClassRows.INSTANCE_WORDS];
		};
	}

}
