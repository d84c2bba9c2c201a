package io.github.heapwise.heapgraph;

/**
 * Objects, called by numbers from 0 on, and what they refer to.
 *
 * @param size how many objects there are
 * @param starts where in {@code edges} the references of an object start, as an unsigned
 * integer; 0 for an object without
 * @param edges numbers of the objects referred to, the last one of an object with
 * {@link #LAST} set
 * @param roots numbers of the objects that are alive by themselves, each once
 * @param rootCount how many roots there are
 */
record ObjectGraph(int size, IntSource starts, IntSource edges, IntSource roots, int rootCount) {

	/**
	 * Stands in a column for a root where another object would have its number plus 1.
	 */
	static final int ROOT = -1;

	/**
	 * Marks the last reference of an object.
	 */
	static final int LAST = Integer.MIN_VALUE;

	/**
	 * Stands where no reference of any object is.
	 */
	static final int NO_EDGE = -1;

	/**
	 * Takes the mark away.
	 */
	static final int NUMBER = Integer.MAX_VALUE;

	/**
	 * How often loops tell where they are.
	 */
	static final int STEP_MASK = 0xF_FFFF;

	long start(int object) {
		return Integer.toUnsignedLong(this.starts.get(object));
	}

}
