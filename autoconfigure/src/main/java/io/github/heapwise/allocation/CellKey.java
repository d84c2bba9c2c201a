package io.github.heapwise.allocation;

/**
 * Where a sample belongs, packed into a {@code long}: thread group, route, size class of
 * the object, and the node of its stack and class.
 */
final class CellKey {

	/**
	 * Thread groups that fit into a key.
	 */
	static final int MAX_GROUPS = 1 << 13;

	private static final int GROUP_SHIFT = 51;

	private static final int TAG_SHIFT = 40;

	private static final int SIZE_CLASS_SHIFT = 32;

	private static final int TAG_MASK = (1 << RouteTag.BITS) - 1;

	private static final long PLACE_MASK = ((long) TAG_MASK << TAG_SHIFT) | 0xFFFF_FFFFL;

	private CellKey() {
	}

	/**
	 * Pack a key.
	 * @param group number of a thread group
	 * @param tag route, see {@link RouteTag}
	 * @param sizeClass size class of the object, see {@link SizeClass}
	 * @param node node of the tree
	 * @return the key
	 */
	static long of(int group, int tag, int sizeClass, int node) {
		return ((long) group << GROUP_SHIFT) | ((long) tag << TAG_SHIFT) | ((long) sizeClass << SIZE_CLASS_SHIFT)
				| node;
	}

	static long withGroup(long key, int group) {
		return of(group, tag(key), sizeClass(key), node(key));
	}

	static long withNode(long key, int node) {
		return of(group(key), tag(key), sizeClass(key), node);
	}

	/**
	 * Return where in the code a sample was taken.
	 * @param key the key
	 * @return its node and its route, as a key of their own
	 */
	static long place(long key) {
		return key & PLACE_MASK;
	}

	static long withPlace(long key, long place) {
		return (key & ~PLACE_MASK) | place;
	}

	static int group(long key) {
		return (int) (key >>> GROUP_SHIFT);
	}

	static int tag(long key) {
		return (int) (key >>> TAG_SHIFT) & TAG_MASK;
	}

	static int route(long key) {
		return RouteTag.route(tag(key));
	}

	static int sizeClass(long key) {
		return (int) (key >>> SIZE_CLASS_SHIFT) & 0xFF;
	}

	static int node(long key) {
		return (int) key;
	}

}
