package io.github.heapwise.allocation;

/**
 * Where a sample belongs, packed into a {@code long}: thread group, size class of the
 * object, and the node of its stack and class.
 */
final class CellKey {

	private static final int GROUP_SHIFT = 40;

	private static final int SIZE_CLASS_SHIFT = 32;

	private CellKey() {
	}

	/**
	 * Pack a key.
	 * @param group number of a thread group
	 * @param sizeClass size class of the object, see {@link SizeClass}
	 * @param node node of the tree
	 * @return the key
	 */
	static long of(int group, int sizeClass, int node) {
		return ((long) group << GROUP_SHIFT) | ((long) sizeClass << SIZE_CLASS_SHIFT) | node;
	}

	static long withNode(long key, int node) {
		return of(group(key), sizeClass(key), node);
	}

	static int group(long key) {
		return (int) (key >>> GROUP_SHIFT);
	}

	static int sizeClass(long key) {
		return (int) (key >>> SIZE_CLASS_SHIFT) & 0xFF;
	}

	static int node(long key) {
		return (int) key;
	}

}
