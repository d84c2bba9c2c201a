package io.github.heapwise.heapgraph;

import java.util.Arrays;

/**
 * Integers that are asked for again and again but are far from each other, as sizes of
 * classes are: remembers some thousand of them.
 * <p>
 * For one thread.
 */
final class RecentInts implements IntSource {

	private static final int SLOTS = 1 << 11;

	private final IntSource source;

	private final long[] indexes = new long[SLOTS];

	private final int[] values = new int[SLOTS];

	RecentInts(IntSource source) {
		this.source = source;
		Arrays.fill(this.indexes, -1);
	}

	@Override
	public int get(long index) {
		int slot = (int) index & (SLOTS - 1);
		if (this.indexes[slot] != index) {
			this.values[slot] = this.source.get(index);
			this.indexes[slot] = index;
		}
		return this.values[slot];
	}

}
