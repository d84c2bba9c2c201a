package io.github.heapwise.heapgraph;

/**
 * Integers to read by a long index.
 */
@FunctionalInterface
interface IntSource {

	/**
	 * Return one of them.
	 * @param index its index
	 * @return the integer
	 */
	int get(long index);

}
