package io.github.heapwise.heapgraph;

import io.github.heapwise.hprof.BasicType;

/**
 * How much the fields of instances need in the heap, by class: what the JVM has to find
 * room for, apart from padding.
 */
final class FieldBytes {

	private static final int MAX = Integer.MAX_VALUE / 4;

	private final int[] references;

	private final int[] primitiveBytes;

	// Padding between the fields of a class and those above, and what dumps do not show.
	private final int[] gapBytes;

	/**
	 * Add up the fields of every class.
	 * @param classes the classes
	 * @param topDown the classes, each after the one above it
	 */
	FieldBytes(ClassTable classes, int[] topDown) {
		this.references = new int[classes.size()];
		this.primitiveBytes = new int[classes.size()];
		this.gapBytes = new int[classes.size()];
		for (int type : topDown) {
			int superType = classes.superOf(type);
			boolean inherits = superType != ClassTable.NONE;
			int references = inherits ? this.references[superType] : 0;
			int bytes = inherits ? this.primitiveBytes[superType] : 0;
			for (int field = classes.firstField(type); field < classes.endOfFields(type); field++) {
				boolean reference = classes.isReference(field);
				references += reference ? 1 : 0;
				bytes += reference ? 0 : BasicType.bytes(classes.fieldType(field), Long.BYTES);
			}
			boolean declares = classes.firstField(type) < classes.endOfFields(type);
			this.references[type] = Math.min(MAX / Long.BYTES, references);
			this.primitiveBytes[type] = Math.min(MAX, bytes);
			int gaps = (inherits ? this.gapBytes[superType] : 0) + (declares ? Long.BYTES - 1 : 0);
			this.gapBytes[type] = Math.min(MAX, gaps + HiddenFields.greatestBytes(classes.name(type)));
		}
	}

	/**
	 * Return the size of an instance without any padding between its fields.
	 * @param type its class
	 * @param shape how the JVM lays out objects
	 * @return words of 8 bytes
	 */
	int leastWords(int type, ObjectShape shape) {
		return shape.words(shape.headerBytes() + bytes(type, shape));
	}

	/**
	 * Return the size of an instance with as much padding as any JVM leaves.
	 * @param type its class
	 * @param shape how the JVM lays out objects
	 * @return words of 8 bytes
	 */
	int greatestWords(int type, ObjectShape shape) {
		return shape.words(shape.headerBytes() + bytes(type, shape) + this.gapBytes[type]);
	}

	private int bytes(int type, ObjectShape shape) {
		return this.references[type] * shape.referenceBytes() + this.primitiveBytes[type];
	}

}
