package io.github.heapwise.heapgraph;

import java.util.Arrays;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.HprofElement;
import io.github.heapwise.hprof.HprofReader;
import org.jspecify.annotations.Nullable;

/**
 * A class as it is read, element by element. Used again for the next one.
 */
final class ClassRecord {

	private long id;

	private long superId;

	private long loaderId;

	private int staticBytes;

	private int references;

	private int staticFields;

	private int fieldCount;

	private long[] fieldNameIds = new long[16];

	private byte[] fieldTypes = new byte[16];

	private boolean open;

	/**
	 * Take the next element of a dump.
	 * @param element the element
	 * @param reader at the element
	 * @return itself when a class has ended before the element, else {@code null}
	 */
	@Nullable ClassRecord visit(@Nullable HprofElement element, HprofReader reader) {
		if (element == HprofElement.STATIC_FIELD || element == HprofElement.CONSTANT) {
			addValue(reader);
		}
		if (element == HprofElement.STATIC_FIELD || element == HprofElement.INSTANCE_FIELD) {
			this.staticFields += (element == HprofElement.STATIC_FIELD) ? 1 : 0;
			addField(reader);
		}
		boolean part = element == HprofElement.STATIC_FIELD || element == HprofElement.CONSTANT
				|| element == HprofElement.INSTANCE_FIELD;
		return (this.open && !part) ? this : null;
	}

	/**
	 * Begin with a class.
	 * @param reader at the class
	 */
	void begin(HprofReader reader) {
		this.id = reader.id();
		this.superId = reader.superId();
		this.loaderId = reader.loaderId();
		this.staticBytes = 0;
		this.references = 0;
		this.staticFields = 0;
		this.fieldCount = 0;
		this.open = true;
	}

	void end() {
		this.open = false;
	}

	long id() {
		return this.id;
	}

	long superId() {
		return this.superId;
	}

	long loaderId() {
		return this.loaderId;
	}

	/**
	 * Return what its static fields take in the dump.
	 * @return bytes of those that are no references
	 */
	int staticBytes() {
		return this.staticBytes;
	}

	/**
	 * Return how many references it has of its own, without those to other classes.
	 * @return static fields and constants
	 */
	int references() {
		return this.references;
	}

	/**
	 * Return how many of its fields are static; they come first.
	 * @return static fields
	 */
	int staticFields() {
		return this.staticFields;
	}

	int fieldCount() {
		return this.fieldCount;
	}

	long fieldNameId(int field) {
		return this.fieldNameIds[field];
	}

	byte fieldType(int field) {
		return this.fieldTypes[field];
	}

	private void addValue(HprofReader reader) {
		if (reader.type() == BasicType.OBJECT) {
			this.references++;
		}
		else {
			this.staticBytes += BasicType.bytes(reader.type(), reader.idBytes());
		}
	}

	private void addField(HprofReader reader) {
		if (this.fieldCount == this.fieldTypes.length) {
			this.fieldNameIds = Arrays.copyOf(this.fieldNameIds, 2 * this.fieldCount);
			this.fieldTypes = Arrays.copyOf(this.fieldTypes, 2 * this.fieldCount);
		}
		this.fieldNameIds[this.fieldCount] = reader.nameId();
		this.fieldTypes[this.fieldCount++] = (byte) reader.type();
	}

}
