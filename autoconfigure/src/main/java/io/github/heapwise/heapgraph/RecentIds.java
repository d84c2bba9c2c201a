package io.github.heapwise.heapgraph;

import java.util.function.LongToIntFunction;

/**
 * Remembers the numbers of ids that were looked up lately: neighbours in a dump are of a
 * few classes. For one thread.
 */
final class RecentIds {

	private static final int SLOTS = 256;

	private final LongToIntFunction index;

	private final long[] ids = new long[SLOTS];

	private final int[] numbers = new int[SLOTS];

	/**
	 * Remember nothing yet.
	 * @param index looks numbers up; must give the same one each time
	 */
	RecentIds(LongToIntFunction index) {
		this.index = index;
		for (int i = 0; i < SLOTS; i++) {
			this.numbers[i] = index.applyAsInt(0);
		}
	}

	int numberOf(long id) {
		// Classes lie 64 bytes and more apart.
		int slot = (int) (id >>> 6 ^ id >>> 3) & (SLOTS - 1);
		if (this.ids[slot] != id) {
			this.numbers[slot] = this.index.applyAsInt(id);
			this.ids[slot] = id;
		}
		return this.numbers[slot];
	}

}
