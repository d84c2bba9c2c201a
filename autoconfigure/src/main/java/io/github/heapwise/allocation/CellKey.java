package io.github.heapwise.allocation;

/**
 * Where a sample belongs, packed into a {@code long}: thread group, whether the object
 * went outside a TLAB, and the node of its stack and class.
 */
final class CellKey {

	private static final long OUTSIDE_TLAB = 1L << 31;

	private CellKey() {
	}

	static long of(int group, boolean outsideTlab, int node) {
		return ((long) group << 32) | (outsideTlab ? OUTSIDE_TLAB : 0) | node;
	}

	static int group(long key) {
		return (int) (key >>> 32);
	}

	// What happened outside TLABs is known object by object, the rest by its TLABs.
	static boolean outsideTlab(long key) {
		return (key & OUTSIDE_TLAB) != 0;
	}

	static int node(long key) {
		return (int) (key & Integer.MAX_VALUE);
	}

}
