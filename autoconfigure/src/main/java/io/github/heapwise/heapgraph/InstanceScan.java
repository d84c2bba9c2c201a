package io.github.heapwise.heapgraph;

import java.util.function.IntConsumer;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Finds the objects of a class among all: looks for the integer that stands for it, 2 ns
 * an object, and where several do asks one object after the other.
 */
final class InstanceScan {

	private static final int NONE = -1;

	private static final int SEVERAL = -2;

	private final Kinds kinds;

	private final StoredInts.Page column;

	private final int arrayClasses;

	private final int objects;

	private final CancelSignal cancel;

	/**
	 * Prepare to look.
	 * @param kinds tells what objects are
	 * @param column the integers
	 * @param arrayClasses how many classes of arrays there are
	 * @param objects how many objects
	 * @param cancel asked every million objects
	 */
	InstanceScan(Kinds kinds, StoredInts.Page column, int arrayClasses, int objects, CancelSignal cancel) {
		this.kinds = kinds;
		this.column = column;
		this.arrayClasses = arrayClasses;
		this.objects = objects;
		this.cancel = cancel;
	}

	/**
	 * Visit the objects of a class.
	 * @param type number of the class
	 * @param visitor gets numbers of objects in their order
	 */
	void visit(int type, IntConsumer visitor) {
		Kinds.Coding coding = this.kinds.coding();
		int array = arrayOf(type);
		for (long from = 0; from < this.objects; from += ObjectGraph.STEP_MASK + 1) {
			this.cancel.check();
			long end = Math.min(this.objects, from + ObjectGraph.STEP_MASK + 1);
			if (type == coding.classClass() || array == SEVERAL) {
				ask(type, from, end, visitor);
			}
			else if (array != NONE) {
				find(coding.array(array, 0), ~coding.longArray(), from, end, visitor);
			}
			else {
				find(coding.instance(type), -1, from, end, visitor);
			}
		}
	}

	private int arrayOf(int type) {
		int found = NONE;
		for (int i = 0; i < this.arrayClasses; i++) {
			if (this.kinds.arrays().get((long) Kinds.ARRAY_INTS * i) == type) {
				found = (found == NONE) ? i : SEVERAL;
			}
		}
		return found;
	}

	private void find(int value, int mask, long from, long end, IntConsumer visitor) {
		long match = this.column.find(value, mask, from, end);
		while (match >= 0) {
			visitor.accept((int) match);
			match = this.column.find(value, mask, match + 1, end);
		}
	}

	private void ask(int type, long from, long end, IntConsumer visitor) {
		Kinds scan = new Kinds(this.kinds.coding(), this.column, this.kinds.lengths(), this.kinds.arrays(),
				this.kinds.rows());
		for (int i = (int) from; i < end; i++) {
			if (scan.classOf(i) == type) {
				visitor.accept(i);
			}
		}
	}

}
