package io.github.heapwise.heapgraph;

import java.util.Arrays;

/**
 * How near to objects the next one is: the only trace that real sizes leave in a dump.
 * For one thread, then merged.
 */
final class SizeEvidence {

	/**
	 * How long arrays may be to say something about their header.
	 */
	static final int MAX_LENGTH = 64;

	/**
	 * Stands for no instance seen.
	 */
	static final int NONE = Integer.MAX_VALUE;

	// In an array of elements of 8 bytes, with its header and what alignment adds.
	private static final int MAX_ARRAY_WORDS = MAX_LENGTH + 4 + AddressBitmap.MAX_ALIGNMENT_BYTES / Long.BYTES;

	private static final int TYPES = 12;

	private final int[] leastWords;

	private final int[] greatestWords;

	private final int[] leastArrayWords = new int[TYPES * MAX_LENGTH];

	/**
	 * Start without any.
	 * @param greatestWords by class, how far to look
	 */
	SizeEvidence(int[] greatestWords) {
		this.leastWords = new int[greatestWords.length];
		this.greatestWords = greatestWords;
		Arrays.fill(this.leastWords, NONE);
		Arrays.fill(this.leastArrayWords, NONE);
	}

	/**
	 * Learn from an instance.
	 * @param type its class
	 * @param id its address
	 * @param index all addresses
	 */
	void instance(int type, long id, ObjectIndex index) {
		int max = Math.min(this.leastWords[type] - 1, this.greatestWords[type]);
		int words = index.wordsToNext(id, max);
		if (words <= max) {
			this.leastWords[type] = words;
		}
	}

	/**
	 * Learn from an array.
	 * @param type type of its elements
	 * @param length how many it has
	 * @param id its address
	 * @param index all addresses
	 */
	void array(int type, long length, long id, ObjectIndex index) {
		if (length < MAX_LENGTH) {
			int at = type * MAX_LENGTH + (int) length;
			int words = index.wordsToNext(id, MAX_ARRAY_WORDS);
			this.leastArrayWords[at] = Math.min(this.leastArrayWords[at], words);
		}
	}

	void merge(SizeEvidence other) {
		for (int i = 0; i < this.leastWords.length; i++) {
			this.leastWords[i] = Math.min(this.leastWords[i], other.leastWords[i]);
		}
		for (int i = 0; i < this.leastArrayWords.length; i++) {
			this.leastArrayWords[i] = Math.min(this.leastArrayWords[i], other.leastArrayWords[i]);
		}
	}

	/**
	 * Return how near the next object was.
	 * @param type a class
	 * @return words of 8 bytes, {@link #NONE} if none was near to any instance
	 */
	int instanceWords(int type) {
		return this.leastWords[type];
	}

	/**
	 * Return how near the next object was.
	 * @param type type of the elements of an array
	 * @param length how many it has, less than {@link #MAX_LENGTH}
	 * @return words of 8 bytes, {@link #NONE} if there was no such array
	 */
	int arrayWords(int type, int length) {
		return this.leastArrayWords[type * MAX_LENGTH + length];
	}

}
