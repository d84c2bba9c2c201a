package io.github.heapwise.hprof;

import java.util.Arrays;

/**
 * Numbers ids from 0 on, in the order they are added. At most 24 bytes an id, no object
 * for any of them.
 * <p>
 * Not thread-safe while ids are added.
 */
public final class LongIndex {

	public static final int ABSENT = -1;

	private static final int MIN_SLOTS = 64;

	private final int maxSize;

	// number + 1, 0 for none; open addressing, at most half full
	private int[] slots = new int[MIN_SLOTS];

	private long[] ids = new long[MIN_SLOTS / 2];

	private int size;

	/**
	 * Create an empty index.
	 * @param maxSize how many ids it takes
	 */
	public LongIndex(int maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Add an id, unless it is there.
	 * @param id the id
	 * @return its number, {@link #ABSENT} if it is new and there is no room for it
	 */
	public int add(long id) {
		int slot = slot(id);
		if (this.slots[slot] != 0) {
			return this.slots[slot] - 1;
		}
		if (this.size == this.maxSize) {
			return ABSENT;
		}
		if (this.size == this.ids.length) {
			grow();
			slot = slot(id);
		}
		this.ids[this.size] = id;
		this.slots[slot] = ++this.size;
		return this.size - 1;
	}

	/**
	 * Look an id up.
	 * @param id the id
	 * @return its number, {@link #ABSENT} if it was not added
	 */
	public int indexOf(long id) {
		return this.slots[slot(id)] - 1;
	}

	/**
	 * Return an id that was added.
	 * @param number its number
	 * @return the id
	 */
	public long idAt(int number) {
		return this.ids[number];
	}

	public boolean contains(long id) {
		return indexOf(id) != ABSENT;
	}

	public int size() {
		return this.size;
	}

	private int slot(long id) {
		int mask = this.slots.length - 1;
		// Ids are addresses: multiples of 8 close to each other. Fibonacci hashing
		// spreads them.
		int slot = (int) (id * 0x9E37_79B9_7F4A_7C15L >>> 32) & mask;
		while (this.slots[slot] != 0 && this.ids[this.slots[slot] - 1] != id) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void grow() {
		this.ids = Arrays.copyOf(this.ids, 2 * this.size);
		this.slots = new int[2 * this.slots.length];
		for (int i = 0; i < this.size; i++) {
			this.slots[slot(this.ids[i])] = i + 1;
		}
	}

}
