package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.Arrays;

/**
 * Lengths of those few arrays that are too long for their kind: pairs of an object and a
 * length, sorted by object.
 *
 * @param pairs the pairs
 * @param size how many there are
 */
record LongArrays(IntSource pairs, int size) {

	/**
	 * Return the length of an array.
	 * @param object number of the array, which must be among them
	 * @return its length
	 */
	long length(int object) {
		int low = 0;
		int high = this.size - 1;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.pairs.get(2L * middle) < object) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return Integer.toUnsignedLong(this.pairs.get(2L * low + 1));
	}

	/**
	 * Collects lengths, from any thread.
	 */
	static final class Collector {

		private long[] pairs = new long[16];

		private int size;

		/**
		 * Add a length.
		 * @param object number of the array
		 * @param length its length
		 */
		synchronized void add(int object, long length) {
			if (this.size == this.pairs.length) {
				this.pairs = Arrays.copyOf(this.pairs, 2 * this.size);
			}
			this.pairs[this.size++] = (long) object << Integer.SIZE | length;
		}

		/**
		 * Keep all lengths.
		 * @param files where to
		 * @return the lengths
		 */
		LongArrays write(WorkFiles files) throws IOException {
			Arrays.sort(this.pairs, 0, this.size);
			Ints kept = files.kept(IndexFiles.LENGTHS, 2L * this.size);
			for (int i = 0; i < this.size; i++) {
				kept.put(2L * i, (int) (this.pairs[i] >>> Integer.SIZE));
				kept.put(2L * i + 1, (int) this.pairs[i]);
			}
			return new LongArrays(kept, this.size);
		}

	}

}
