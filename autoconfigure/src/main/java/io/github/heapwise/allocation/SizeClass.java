package io.github.heapwise.allocation;

/**
 * Classes of object sizes, four to an octave, that samples are told apart by: one
 * function mostly allocates one size, and the size decides what a sample stands for.
 */
final class SizeClass {

	/**
	 * Objects that no TLAB could have held. All of them are sampled, so each stands for
	 * itself.
	 */
	static final int LARGER_THAN_TLAB = 0;

	/**
	 * Objects of a size that is not known.
	 */
	static final int UNKNOWN = 1;

	private static final int PER_OCTAVE = 4;

	private static final int MAX = 255;

	private SizeClass() {
	}

	/**
	 * Return the class of a size.
	 * @param objectBytes size of an object, 0 if unknown
	 * @return a number from 1 to 255 that grows with the size
	 */
	static int of(long objectBytes) {
		if (objectBytes <= 0) {
			return UNKNOWN;
		}
		int octave = 63 - Long.numberOfLeadingZeros(objectBytes);
		int quarter = (int) ((objectBytes << 2 >>> octave) & (PER_OCTAVE - 1));
		return Math.min(UNKNOWN + 1 + PER_OCTAVE * octave + quarter, MAX);
	}

	/**
	 * Return a size in the middle of a class.
	 * @param sizeClass a class other than {@link #LARGER_THAN_TLAB}
	 * @return bytes
	 */
	static double middle(int sizeClass) {
		int octave = (sizeClass - UNKNOWN - 1) / PER_OCTAVE;
		int quarter = (sizeClass - UNKNOWN - 1) % PER_OCTAVE;
		return (sizeClass == UNKNOWN) ? 0 : Math.scalb(1 + (quarter + 0.5) / PER_OCTAVE, octave);
	}

}
