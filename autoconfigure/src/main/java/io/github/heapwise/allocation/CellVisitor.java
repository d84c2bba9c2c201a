package io.github.heapwise.allocation;

/**
 * Sees the cells of a bucket one by one.
 */
@FunctionalInterface
interface CellVisitor {

	/**
	 * Called for every cell.
	 * @param key see {@link CellKey}
	 * @param bytes sampled bytes, unscaled
	 * @param objects objects these bytes stand for
	 * @param samples number of samples
	 */
	void cell(long key, long bytes, long objects, int samples);

}
