package io.github.heapwise.heapview;

import java.util.Arrays;

/**
 * Counts copies of texts, which are told apart by hash and size, in a hash table of open
 * addressing. 40 bytes a text, 10 ns a copy.
 * <p>
 * For one thread.
 */
final class TextCopies {

	private static final int MIN_SLOTS = 1 << 12;

	// 20 MB. Texts are divided so that only prepared ones can be as many.
	private static final int MAX_SLOTS = 1 << 20;

	private long[] hashes = new long[MIN_SLOTS];

	private int[] words = new int[MIN_SLOTS];

	private int[] strings = new int[MIN_SLOTS];

	// 0 for a free slot
	private int[] copies = new int[MIN_SLOTS];

	private int size;

	private long untold;

	/**
	 * Count a copy.
	 * @param hash hash of the text
	 * @param words size of the array in words of 8 bytes
	 * @param string number of the string
	 */
	void add(long hash, int words, int string) {
		int slot = slot(hash, words);
		if (this.copies[slot] == 0) {
			if (2 * this.size >= MAX_SLOTS) {
				this.untold++;
				return;
			}
			this.size++;
			this.hashes[slot] = hash;
			this.words[slot] = words;
			this.strings[slot] = string;
		}
		this.copies[slot]++;
		if (2 * this.size > this.copies.length && this.copies.length < MAX_SLOTS) {
			grow();
		}
	}

	/**
	 * Return how many different texts there are.
	 * @return texts; those for which there was no room count as different
	 */
	long distinct() {
		return this.size + this.untold;
	}

	/**
	 * Visit the texts that are there several times.
	 * @param visitor gets them
	 */
	void visitCopied(Visitor visitor) {
		for (int slot = 0; slot < this.copies.length; slot++) {
			if (this.copies[slot] > 1) {
				visitor.visit(this.strings[slot], this.copies[slot], this.words[slot]);
			}
		}
	}

	void clear() {
		Arrays.fill(this.copies, 0);
		this.size = 0;
		this.untold = 0;
	}

	// The upper bits of the hash have divided the texts.
	private int slot(long hash, int words) {
		int mask = this.copies.length - 1;
		int slot = (int) hash & mask;
		while (this.copies[slot] != 0 && (this.hashes[slot] != hash || this.words[slot] != words)) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void grow() {
		long[] oldHashes = this.hashes;
		int[] oldWords = this.words;
		int[] oldStrings = this.strings;
		int[] oldCopies = this.copies;
		int slots = 2 * oldCopies.length;
		this.hashes = new long[slots];
		this.words = new int[slots];
		this.strings = new int[slots];
		this.copies = new int[slots];
		for (int i = 0; i < oldCopies.length; i++) {
			if (oldCopies[i] != 0) {
				int slot = slot(oldHashes[i], oldWords[i]);
				this.hashes[slot] = oldHashes[i];
				this.words[slot] = oldWords[i];
				this.strings[slot] = oldStrings[i];
				this.copies[slot] = oldCopies[i];
			}
		}
	}

	/**
	 * Gets texts that are there several times.
	 */
	@FunctionalInterface
	interface Visitor {

		/**
		 * Look at a text.
		 * @param string number of the first string that has it
		 * @param copies how many have it
		 * @param words size of each array in words of 8 bytes
		 */
		void visit(int string, int copies, int words);

	}

}
