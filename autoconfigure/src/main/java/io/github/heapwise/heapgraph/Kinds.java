package io.github.heapwise.heapgraph;

/**
 * Of which class objects are, and how long if they are arrays, in 4 bytes each: what they
 * take in the heap follows from that.
 *
 * @param coding how an integer tells that
 * @param column the integer by object
 * @param lengths lengths of arrays that are too long for that
 * @param arrays by number among the classes of arrays: its class, its header and its
 * elements in bytes
 * @param words sizes in words of 8 bytes, of an instance by class, and behind them those
 * of the classes themselves
 * @param alignmentBytes what sizes are multiples of
 */
record Kinds(Coding coding, IntSource column, LongArrays lengths, IntSource arrays, IntSource words,
		int alignmentBytes) implements ObjectKinds {

	/**
	 * Integers by class in {@code arrays}.
	 */
	static final int ARRAY_INTS = 3;

	private static final int NO_ARRAY = Integer.MIN_VALUE;

	/**
	 * Return the same, read in another way.
	 * @param otherColumn the integer by object
	 * @param otherArrays the classes of arrays
	 * @return kinds of the same objects
	 */
	Kinds through(IntSource otherColumn, IntSource otherArrays) {
		return new Kinds(this.coding, otherColumn, this.lengths, otherArrays, this.words, this.alignmentBytes);
	}

	@Override
	public int classCount() {
		return this.coding.classCount();
	}

	@Override
	public int classOf(int object) {
		int kind = this.column.get(object);
		if (kind < 0) {
			int type = kind & ~NO_ARRAY;
			return (type < this.coding.classCount()) ? type : this.coding.classClass();
		}
		return this.arrays.get((long) ARRAY_INTS * (kind >>> this.coding.lengthBits()));
	}

	@Override
	public long words(int object) {
		int kind = this.column.get(object);
		if (kind < 0) {
			return this.words.get(kind & ~NO_ARRAY);
		}
		long array = (long) ARRAY_INTS * (kind >>> this.coding.lengthBits());
		long bytes = this.arrays.get(array + 1) + length(object, kind) * this.arrays.get(array + 2);
		return (bytes + this.alignmentBytes - 1 & -this.alignmentBytes) >>> 3;
	}

	/**
	 * Return the length of an array.
	 * @param object number of the object
	 * @return number of its elements, -1 if it is no array
	 */
	long length(int object) {
		int kind = this.column.get(object);
		return (kind >= 0) ? length(object, kind) : -1;
	}

	/**
	 * Return the class that an object stands for.
	 * @param object number of the object
	 * @return number of the class, {@link ClassTable#NONE} if it is no class
	 */
	int mirrored(int object) {
		int type = this.column.get(object) - NO_ARRAY - this.coding.classCount();
		return (this.column.get(object) < 0 && type >= 0) ? type : ClassTable.NONE;
	}

	private long length(int object, int kind) {
		int length = kind & this.coding.longArray();
		return (length != this.coding.longArray()) ? length : this.lengths.length(object);
	}

	/**
	 * How an integer tells the class and the length: negative for instances of a class,
	 * then for the classes themselves, else the number among the classes of arrays above
	 * the length.
	 *
	 * @param classCount how many classes there are
	 * @param classClass number of {@code java.lang.Class}
	 * @param lengthBits bits of the length
	 */
	record Coding(int classCount, int classClass, int lengthBits) {

		static Coding of(int classCount, int classClass, int arrayClasses) {
			int arrayBits = Integer.SIZE - Integer.numberOfLeadingZeros(arrayClasses);
			return new Coding(classCount, classClass, Integer.SIZE - 1 - arrayBits);
		}

		/**
		 * Return what stands for a length that has too many bits.
		 * @return all bits of the length
		 */
		int longArray() {
			return (1 << this.lengthBits) - 1;
		}

		int instance(int type) {
			return NO_ARRAY | type;
		}

		int mirror(int type) {
			return NO_ARRAY | (this.classCount + type);
		}

		int array(int number, long length) {
			return number << this.lengthBits | (int) Math.min(length, longArray());
		}

	}

}
