package io.github.heapwise.heapgraph;

import java.util.Arrays;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.LongIndex;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a dump and the fields they declare, numbered from 0 on. Some 100 bytes a
 * class and 5 a field, no object for any of them.
 * <p>
 * Classes may be added by several threads.
 */
final class ClassTable {

	/**
	 * Several times what the largest applications load.
	 */
	static final int MAX_CLASSES = 200_000;

	/**
	 * Stands for no class.
	 */
	static final int NONE = -1;

	private static final int MAX_FIELDS = 1 << 20;

	private final ClassNames names;

	private final LongIndex ids = new LongIndex(MAX_CLASSES);

	private long[] superIds = new long[64];

	private long[] loaderIds = new long[64];

	private int[] staticBytes = new int[64];

	private int[] references = new int[64];

	private int[] staticFields = new int[64];

	// Where the fields of a class start, static ones first; those of the next class start
	// where they end.
	private int[] firstField = new int[65];

	private int[] fieldNames = new int[256];

	private byte[] fieldTypes = new byte[256];

	ClassTable(ClassNames names) {
		this.names = names;
	}

	/**
	 * Add a class, unless there is one with its id.
	 * @param record the class
	 * @return whether there was room
	 */
	synchronized boolean add(ClassRecord record) {
		int size = this.ids.size();
		if (this.ids.indexOf(record.id()) != LongIndex.ABSENT) {
			return true;
		}
		if (size == MAX_CLASSES || this.firstField[size] + record.fieldCount() > MAX_FIELDS) {
			return false;
		}
		grow(size, this.firstField[size] + record.fieldCount());
		this.ids.add(record.id());
		this.superIds[size] = record.superId();
		this.loaderIds[size] = record.loaderId();
		this.staticBytes[size] = record.staticBytes();
		this.references[size] = record.references();
		this.staticFields[size] = record.staticFields();
		for (int i = 0; i < record.fieldCount(); i++) {
			this.fieldNames[this.firstField[size] + i] = this.names.texts().want(record.fieldNameId(i));
			this.fieldTypes[this.firstField[size] + i] = record.fieldType(i);
		}
		this.firstField[size + 1] = this.firstField[size] + record.fieldCount();
		return true;
	}

	int size() {
		return this.ids.size();
	}

	/**
	 * Return the number of a class.
	 * @param id its id
	 * @return its number, {@link #NONE} if there is none
	 */
	int numberOf(long id) {
		return this.ids.indexOf(id);
	}

	/**
	 * Return the class above.
	 * @param number number of a class
	 * @return its number, {@link #NONE} if there is none
	 */
	int superOf(int number) {
		return (this.superIds[number] != 0) ? numberOf(this.superIds[number]) : NONE;
	}

	long id(int number) {
		return this.ids.idAt(number);
	}

	long superId(int number) {
		return this.superIds[number];
	}

	long loaderId(int number) {
		return this.loaderIds[number];
	}

	/**
	 * Return the name of a class as in class files.
	 * @param number number of the class
	 * @return the name, {@code null} if it is not known
	 */
	@Nullable String name(int number) {
		return this.names.name(id(number));
	}

	int staticBytes(int number) {
		return this.staticBytes[number];
	}

	int references(int number) {
		return this.references[number];
	}

	int staticFields(int number) {
		return this.staticFields[number];
	}

	/**
	 * Return where the fields of instances start, which those of the class itself are
	 * before.
	 * @param number number of the class
	 * @return number of the first field
	 */
	int firstField(int number) {
		return this.firstField[number] + this.staticFields[number];
	}

	int endOfFields(int number) {
		return this.firstField[number + 1];
	}

	int fieldCount() {
		return this.firstField[size()];
	}

	byte fieldType(int field) {
		return this.fieldTypes[field];
	}

	boolean isReference(int field) {
		return this.fieldTypes[field] == BasicType.OBJECT;
	}

	/**
	 * Return the text that names a field.
	 * @param field number of the field
	 * @return number among the texts, {@link LongIndex#ABSENT} if there was no room
	 */
	int fieldText(int field) {
		return this.fieldNames[field];
	}

	@Nullable String fieldName(int field) {
		return this.names.texts().text(this.fieldNames[field]);
	}

	ClassNames names() {
		return this.names;
	}

	private void grow(int classes, int fields) {
		if (classes == this.superIds.length) {
			this.superIds = Arrays.copyOf(this.superIds, 2 * classes);
			this.loaderIds = Arrays.copyOf(this.loaderIds, 2 * classes);
			this.staticBytes = Arrays.copyOf(this.staticBytes, 2 * classes);
			this.references = Arrays.copyOf(this.references, 2 * classes);
			this.staticFields = Arrays.copyOf(this.staticFields, 2 * classes);
			this.firstField = Arrays.copyOf(this.firstField, 2 * classes + 1);
		}
		if (fields > this.fieldTypes.length) {
			this.fieldNames = Arrays.copyOf(this.fieldNames, 2 * fields);
			this.fieldTypes = Arrays.copyOf(this.fieldTypes, 2 * fields);
		}
	}

}
