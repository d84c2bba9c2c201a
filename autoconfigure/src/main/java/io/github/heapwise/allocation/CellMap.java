package io.github.heapwise.allocation;

import java.util.Arrays;

/**
 * Sampled bytes, objects and samples by key, in flat arrays with open addressing. 28
 * bytes a slot, filled to at most two thirds.
 * <p>
 * Not thread-safe.
 */
final class CellMap {

	private static final long EMPTY = 0;

	private long[] keys;

	private long[] bytes;

	private long[] objects;

	private int[] samples;

	private int size;

	CellMap() {
		this(64);
	}

	/**
	 * Create an empty map that need not grow soon.
	 * @param cells how many cells it will hold
	 * @return the map
	 */
	static CellMap withRoomFor(int cells) {
		return new CellMap(Math.max(64, Integer.highestOneBit(2 * cells) << 1));
	}

	private CellMap(int capacity) {
		this.keys = new long[capacity];
		this.bytes = new long[capacity];
		this.objects = new long[capacity];
		this.samples = new int[capacity];
	}

	/**
	 * Add to the cell of a key.
	 * @param key any value but 0
	 * @param moreBytes sampled bytes
	 * @param moreObjects objects these bytes stand for
	 * @param moreSamples number of samples
	 */
	void add(long key, long moreBytes, long moreObjects, int moreSamples) {
		int slot = slotOf(key);
		if (this.keys[slot] == EMPTY) {
			this.keys[slot] = key;
			this.size++;
		}
		this.bytes[slot] += moreBytes;
		this.objects[slot] += moreObjects;
		this.samples[slot] += moreSamples;
		if (3 * this.size > 2 * this.keys.length) {
			grow();
		}
	}

	int size() {
		return this.size;
	}

	long heapBytes() {
		return (long) (3 * Long.BYTES + Integer.BYTES) * this.keys.length;
	}

	void forEach(CellVisitor visitor) {
		for (int slot = 0; slot < this.keys.length; slot++) {
			if (this.keys[slot] != EMPTY) {
				visitor.cell(this.keys[slot], this.bytes[slot], this.objects[slot], this.samples[slot]);
			}
		}
	}

	long[] sortedKeys() {
		long[] sorted = new long[this.size];
		int next = 0;
		for (int slot = 0; slot < this.keys.length; slot++) {
			if (this.keys[slot] != EMPTY) {
				sorted[next++] = this.keys[slot];
			}
		}
		Arrays.sort(sorted);
		return sorted;
	}

	void visit(long key, CellVisitor visitor) {
		int slot = slotOf(key);
		if (this.keys[slot] != EMPTY) {
			visitor.cell(key, this.bytes[slot], this.objects[slot], this.samples[slot]);
		}
	}

	private int slotOf(long key) {
		int mask = this.keys.length - 1;
		int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
		while (this.keys[slot] != EMPTY && this.keys[slot] != key) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void grow() {
		CellMap larger = new CellMap(2 * this.keys.length);
		forEach(larger::add);
		this.keys = larger.keys;
		this.bytes = larger.bytes;
		this.objects = larger.objects;
		this.samples = larger.samples;
	}

}
