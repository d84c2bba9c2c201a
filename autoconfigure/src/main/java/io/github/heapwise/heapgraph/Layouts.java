package io.github.heapwise.heapgraph;

import java.io.IOException;

import io.github.heapwise.hprof.BasicType;

/**
 * Where the references are among the bytes that a dump has of an instance: values of its
 * own class first, those of {@code Object} last.
 * <p>
 * {@code Reference.referent} is left out: weak, soft, phantom and final references do not
 * keep what they refer to alive. 30 bytes a class and 4 a reference.
 */
final class Layouts {

	/**
	 * Stands for the fields of a class that misses one above it.
	 */
	static final int UNKNOWN = -1;

	private static final String REFERENCE = "java/lang/ref/Reference";

	private static final String REFERENT = "referent";

	private final ClassTable classes;

	private final int idBytes;

	// By class: where its own references start; those of the next one start where they
	// end.
	private final int[] firstReference;

	private final int[] offsets;

	private final int[] ownBytes;

	private final int[] above;

	private final int[] instanceBytes;

	/**
	 * Lay out all classes.
	 * @param classes the classes
	 * @param idBytes size of a reference in the dump
	 * @throws IOException if a class is above itself
	 */
	Layouts(ClassTable classes, int idBytes) throws IOException {
		int size = classes.size();
		this.classes = classes;
		this.idBytes = idBytes;
		this.firstReference = new int[size + 1];
		this.offsets = new int[classes.fieldCount()];
		this.ownBytes = new int[size];
		this.above = new int[size];
		this.instanceBytes = new int[size];
		for (int i = 0; i < size; i++) {
			layOut(i);
		}
		for (int type : topDown()) {
			addAbove(type);
		}
	}

	/**
	 * Return what the fields of an instance take in the dump.
	 * @param type number of its class
	 * @return bytes, {@link #UNKNOWN} if a class above is missing
	 */
	int instanceBytes(int type) {
		return this.instanceBytes[type];
	}

	/**
	 * Return how many bytes of an instance are of fields that its class itself declares.
	 * @param type number of its class
	 * @return bytes
	 */
	int ownBytes(int type) {
		return this.ownBytes[type];
	}

	/**
	 * Return whose fields follow.
	 * @param type number of a class
	 * @return the next class above that declares fields, {@link ClassTable#NONE} if there
	 * is none
	 */
	int aboveWithFields(int type) {
		return this.above[type];
	}

	int firstReference(int type) {
		return this.firstReference[type];
	}

	int endOfReferences(int type) {
		return this.firstReference[type + 1];
	}

	/**
	 * Return where a reference is.
	 * @param reference its number
	 * @return offset in bytes from the first field of the class that declares it
	 */
	int offset(int reference) {
		return this.offsets[reference];
	}

	/**
	 * Return all classes, each after the one above it.
	 * @return numbers of classes
	 * @throws IOException if a class is above itself
	 */
	int[] topDown() throws IOException {
		int size = this.classes.size();
		int[] order = new int[size];
		boolean[] added = new boolean[size];
		boolean[] entered = new boolean[size];
		int[] path = new int[size];
		int end = 0;
		for (int i = 0; i < size; i++) {
			int length = 0;
			for (int type = i; type != ClassTable.NONE && !added[type]; type = this.classes.superOf(type)) {
				if (entered[type]) {
					throw new IOException("Heap dump has a class that is above itself, 0x%x '%s'"
						.formatted(this.classes.id(type), this.classes.name(type)));
				}
				entered[type] = true;
				path[length++] = type;
			}
			while (length > 0) {
				added[path[--length]] = true;
				order[end++] = path[length];
			}
		}
		return order;
	}

	private void layOut(int type) {
		boolean weak = REFERENCE.equals(this.classes.name(type));
		int end = this.firstReference[type];
		int offset = 0;
		for (int field = this.classes.firstField(type); field < this.classes.endOfFields(type); field++) {
			if (this.classes.isReference(field) && !(weak && REFERENT.equals(this.classes.fieldName(field)))) {
				this.offsets[end++] = offset;
			}
			offset += BasicType.bytes(this.classes.fieldType(field), this.idBytes);
		}
		this.firstReference[type + 1] = end;
		this.ownBytes[type] = offset;
	}

	private void addAbove(int type) {
		int superType = this.classes.superOf(type);
		boolean top = this.classes.superId(type) == 0;
		int bytesAbove = top ? 0 : (superType != ClassTable.NONE) ? this.instanceBytes[superType] : UNKNOWN;
		long bytes = (long) bytesAbove + this.ownBytes[type];
		boolean known = bytesAbove != UNKNOWN && bytes <= Integer.MAX_VALUE;
		this.instanceBytes[type] = known ? (int) bytes : UNKNOWN;
		boolean passed = superType != ClassTable.NONE && this.ownBytes[superType] == 0;
		this.above[type] = passed ? this.above[superType] : superType;
	}

}
