package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HprofElement;
import io.github.heapwise.hprof.HprofFile;
import io.github.heapwise.hprof.HprofInput;
import io.github.heapwise.hprof.HprofPosition;
import io.github.heapwise.hprof.HprofRange;
import io.github.heapwise.hprof.HprofReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of objects, and the elements of arrays, from the dump. About 100 us an
 * object.
 */
final class ObjectFields {

	private final HprofFile file;

	private final ObjectIndex index;

	private final StoredClasses classes;

	private final Kinds kinds;

	ObjectFields(HprofFile file, ObjectIndex index, StoredClasses classes, Kinds kinds) {
		this.file = file;
		this.index = index;
		this.classes = classes;
		this.kinds = kinds;
	}

	/**
	 * Read fields.
	 * @param object number of the object
	 * @param position where in the dump it is
	 * @param from how many elements of an array to leave out
	 * @param limit how many fields or elements to read at most
	 * @return fields, those of its class first; static ones of a class; elements
	 */
	List<FieldValue> read(int object, long position, long from, int limit) throws IOException {
		try (HprofReader reader = at(position)) {
			HprofElement element = reader.next();
			if (element == HprofElement.INSTANCE) {
				return instance(reader, this.kinds.classOf(object), limit);
			}
			if (element == HprofElement.CLASS) {
				return statics(reader, this.kinds.mirrored(object), limit);
			}
			boolean references = element == HprofElement.OBJECT_ARRAY;
			return elements(reader, this.kinds.classOf(object), references ? BasicType.OBJECT : reader.type(), from,
					limit);
		}
	}

	/**
	 * Find an id among the elements of an array of references.
	 * @param position where in the dump the array is
	 * @param id the id
	 * @param limit how many to find at most
	 * @param maxElements how many elements to look at
	 * @return indexes of elements
	 */
	long[] find(long position, long id, int limit, long maxElements) throws IOException {
		LongStream.Builder found = LongStream.builder();
		try (HprofReader reader = at(position)) {
			boolean references = reader.next() == HprofElement.OBJECT_ARRAY;
			long end = references ? Math.min(reader.count(), maxElements) : 0;
			int count = 0;
			for (long i = 0; i < end && count < limit; i++) {
				if (reader.body().id() == id) {
					found.add(i);
					count++;
				}
			}
		}
		return found.build().toArray();
	}

	private HprofReader at(long position) throws IOException {
		long end = this.file.fileBytes();
		return this.file.read(new HprofRange(new HprofPosition(position, end), end), CancelSignal.NEVER);
	}

	private List<FieldValue> instance(HprofReader reader, int type, int limit) throws IOException {
		List<FieldValue> values = new ArrayList<>();
		for (int declaring = type; declaring >= 0; declaring = this.classes.get(declaring, ClassRows.SUPER) - 1) {
			int first = this.classes.get(declaring, ClassRows.FIRST_FIELD);
			int end = first + this.classes.get(declaring, ClassRows.FIELDS);
			for (int field = first; field < end && values.size() < limit && reader.bodyBytes() > 0; field++) {
				values
					.add(value(this.classes.fieldName(field), declaring, this.classes.fieldType(field), reader.body()));
			}
		}
		return values;
	}

	private List<FieldValue> statics(HprofReader reader, int type, int limit) throws IOException {
		List<FieldValue> values = new ArrayList<>();
		int field = this.classes.get(type, ClassRows.FIRST_FIELD) - this.classes.get(type, ClassRows.STATIC_FIELDS);
		HprofElement element = reader.next();
		while (values.size() < limit && (element == HprofElement.CONSTANT || element == HprofElement.STATIC_FIELD)) {
			if (element == HprofElement.STATIC_FIELD) {
				values.add(value(this.classes.fieldName(field++), type, reader.type(), reader.body()));
			}
			element = reader.next();
		}
		return values;
	}

	private List<FieldValue> elements(HprofReader reader, int type, int elementType, long from, int limit)
			throws IOException {
		List<FieldValue> values = new ArrayList<>();
		reader.body().skip(Math.min(from, reader.count()) * BasicType.bytes(elementType, reader.idBytes()));
		for (long i = from; i < reader.count() && values.size() < limit; i++) {
			values.add(value(Long.toString(i), type, elementType, reader.body()));
		}
		return values;
	}

	private FieldValue value(String name, int declaring, int type, HprofInput body) throws IOException {
		if (type == BasicType.OBJECT) {
			long id = body.id();
			return new FieldValue(name, declaring, type, (id != 0) ? this.index.number(id) : ObjectIndex.ABSENT, null);
		}
		return new FieldValue(name, declaring, type, ObjectIndex.ABSENT, primitive(type, body));
	}

	private static @Nullable Object primitive(int type, HprofInput body) throws IOException {
		return switch (type) {
			case BasicType.BOOLEAN -> body.u1() != 0;
			case BasicType.BYTE -> (byte) body.u1();
			case BasicType.CHAR -> (char) body.u2();
			case BasicType.SHORT -> (short) body.u2();
			case BasicType.INT -> body.i4();
			case BasicType.LONG -> body.i8();
			case BasicType.FLOAT -> Float.intBitsToFloat(body.i4());
			default -> Double.longBitsToDouble(body.i8());
		};
	}

}
