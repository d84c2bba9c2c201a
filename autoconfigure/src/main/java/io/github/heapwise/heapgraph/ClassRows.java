package io.github.heapwise.heapgraph;

/**
 * Where in a row of the file of classes which integer is. A number of 8 bytes takes two,
 * the low one first.
 */
final class ClassRows {

	static final int INTS = 24;

	static final int ID = 0;

	/**
	 * Number of the class above, plus 1.
	 */
	static final int SUPER = 2;

	/**
	 * Number of the object that the class itself is, plus 1.
	 */
	static final int OBJECT = 3;

	/**
	 * Number of the object that is its loader, plus 1.
	 */
	static final int LOADER = 4;

	static final int NAME_START = 5;

	static final int NAME_BYTES = 6;

	/**
	 * First field of instances; those of the class itself are before.
	 */
	static final int FIRST_FIELD = 7;

	static final int FIELDS = 8;

	static final int INSTANCE_WORDS = 9;

	static final int MIRROR_WORDS = 10;

	static final int INSTANCES = 11;

	static final int SHALLOW_WORDS = 13;

	static final int RETAINED_WORDS = 15;

	static final int DISTANCE = 17;

	static final int UNREACHABLE_INSTANCES = 18;

	static final int UNREACHABLE_WORDS = 20;

	static final int STATIC_FIELDS = 22;

	/**
	 * Integers of a field: where its name starts and how long that is, in bytes, and its
	 * type.
	 */
	static final int FIELD_INTS = 3;

	private ClassRows() {
	}

	static int getInt(IntSource rows, int type, int column) {
		return rows.get((long) type * INTS + column);
	}

	static long getLong(IntSource rows, int type, int column) {
		return Integer.toUnsignedLong(getInt(rows, type, column))
				| (long) getInt(rows, type, column + 1) << Integer.SIZE;
	}

	/**
	 * Return sizes as {@link Kinds} want them.
	 * @param rows the file
	 * @param classCount how many classes there are
	 * @return sizes of instances, then of the classes themselves
	 */
	static IntSource words(IntSource rows, int classCount) {
		return (index) -> (index < classCount) ? getInt(rows, (int) index, INSTANCE_WORDS)
				: getInt(rows, (int) index - classCount, MIRROR_WORDS);
	}

	static void putInt(Ints rows, int type, int column, int value) {
		rows.put((long) type * INTS + column, value);
	}

	static void putLong(Ints rows, int type, int column, long value) {
		putInt(rows, type, column, (int) value);
		putInt(rows, type, column + 1, (int) (value >>> Integer.SIZE));
	}

}
