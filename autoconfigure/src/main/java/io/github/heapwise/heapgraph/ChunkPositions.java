package io.github.heapwise.heapgraph;

import java.util.Arrays;

import io.github.heapwise.hprof.LongIndex;
import org.jspecify.annotations.Nullable;

/**
 * Finds chunks by their addresses: in a table where they lie close to each other, as in
 * the heap of a JVM, else by hashing.
 */
final class ChunkPositions {

	/**
	 * Stands for no chunk.
	 */
	static final int ABSENT = LongIndex.ABSENT;

	private static final int SLOTS_PER_CHUNK = 8;

	private static final int MIN_SLOTS = 1 << 16;

	private final long lowest;

	private final int[] table;

	private final @Nullable LongIndex hashed;

	/**
	 * Number chunks.
	 * @param keys their addresses, each divided by the size of a chunk, in their order
	 */
	ChunkPositions(long[] keys) {
		this.lowest = (keys.length > 0) ? keys[0] : 0;
		long span = (keys.length > 0) ? keys[keys.length - 1] - this.lowest + 1 : 0;
		if (span <= Math.max(MIN_SLOTS, (long) SLOTS_PER_CHUNK * keys.length)) {
			this.hashed = null;
			this.table = new int[(int) span];
			Arrays.fill(this.table, ABSENT);
			for (int i = 0; i < keys.length; i++) {
				this.table[(int) (keys[i] - this.lowest)] = i;
			}
		}
		else {
			this.table = new int[0];
			this.hashed = new LongIndex(keys.length);
			for (long key : keys) {
				this.hashed.add(key);
			}
		}
	}

	/**
	 * Find a chunk.
	 * @param key its address, divided by the size of a chunk
	 * @return its number, {@link #ABSENT} if there is none
	 */
	int of(long key) {
		if (this.hashed != null) {
			return this.hashed.indexOf(key);
		}
		long slot = key - this.lowest;
		return (slot >= 0 && slot < this.table.length) ? this.table[(int) slot] : ABSENT;
	}

}
