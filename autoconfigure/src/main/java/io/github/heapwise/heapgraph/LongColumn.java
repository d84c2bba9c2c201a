package io.github.heapwise.heapgraph;

import org.jspecify.annotations.Nullable;

/**
 * Numbers from 0 on by object, which take 4 bytes each as long as none of them needs
 * more: offsets in a dump up to 4 GB, sizes up to 32 GB in units of 8 bytes.
 *
 * @param low their low halves
 * @param high their high halves, {@code null} if all are 0
 */
record LongColumn(IntSource low, @Nullable IntSource high) {

	static boolean isWide(long max) {
		return max >>> Integer.SIZE != 0;
	}

	long get(long index) {
		long value = Integer.toUnsignedLong(this.low.get(index));
		return (this.high != null) ? value | (long) this.high.get(index) << Integer.SIZE : value;
	}

	/**
	 * Set a number of a column that consists of {@link Ints}.
	 * @param index its index
	 * @param value the number
	 */
	void put(long index, long value) {
		((Ints) this.low).put(index, (int) value);
		if (this.high instanceof Ints ints) {
			ints.put(index, (int) (value >>> Integer.SIZE));
		}
	}

}
