package io.github.heapwise.heapgraph;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.heapwise.hprof.BasicType;
import org.jspecify.annotations.Nullable;

/**
 * Classes as kept in an index. About 2 us a class.
 */
final class StoredClasses {

	private static final Map<Character, String> PRIMITIVES = Map.of('Z', "boolean", 'C', "char", 'F', "float", 'D',
			"double", 'B', "byte", 'S', "short", 'I', "int", 'J', "long");

	// Of classes above each other: far more than anybody writes.
	private static final int MAX_DEPTH = 1000;

	private final IntSource rows;

	private final IntSource fields;

	private final StoredInts names;

	StoredClasses(IntSource rows, IntSource fields, StoredInts names) {
		this.rows = rows;
		this.fields = fields;
		this.names = names;
	}

	/**
	 * Return the name of a class.
	 * @param type its number
	 * @return the name as in the source, or the id if the dump has no name
	 */
	String name(int type) {
		int length = get(type, ClassRows.NAME_BYTES);
		if (length == 0) {
			return "class 0x%x".formatted(ClassRows.getLong(this.rows, type, ClassRows.ID));
		}
		return sourceName(text(get(type, ClassRows.NAME_START), length));
	}

	ClassSummary summary(int type) {
		return new ClassSummary(type, name(type), get(type, ClassRows.LOADER) - 1,
				ClassRows.getLong(this.rows, type, ClassRows.INSTANCES), shallowBytes(type),
				ClassRows.getLong(this.rows, type, ClassRows.RETAINED_WORDS) << 3, get(type, ClassRows.DISTANCE),
				ClassRows.getLong(this.rows, type, ClassRows.UNREACHABLE_INSTANCES),
				ClassRows.getLong(this.rows, type, ClassRows.UNREACHABLE_WORDS) << 3);
	}

	/**
	 * Return what the reachable instances of a class take.
	 * @param type number of the class
	 * @return size in bytes
	 */
	long shallowBytes(int type) {
		return ClassRows.getLong(this.rows, type, ClassRows.SHALLOW_WORDS) << 3;
	}

	/**
	 * Return a number of a class.
	 * @param type number of the class
	 * @param column which one, see {@link ClassRows}
	 * @return the number
	 */
	int get(int type, int column) {
		return ClassRows.getInt(this.rows, type, column);
	}

	/**
	 * Return the name of a field.
	 * @param field its number
	 * @return the name, or a question mark if the dump has none
	 */
	String fieldName(int field) {
		long at = (long) field * ClassRows.FIELD_INTS;
		int length = this.fields.get(at + 1);
		return (length != 0) ? text(this.fields.get(at), length) : "?";
	}

	/**
	 * Find a field that instances of a class have.
	 * @param type number of the class
	 * @param declaringClass name of the class that declares it
	 * @param name name of the field
	 * @param idBytes size of an id in the dump
	 * @return where it is, {@code null} if there is none
	 */
	@Nullable FieldPlace field(int type, String declaringClass, String name, int idBytes) {
		int offset = 0;
		int declaring = type;
		for (int depth = 0; declaring >= 0 && depth < MAX_DEPTH; depth++) {
			boolean wanted = name(declaring).equals(declaringClass);
			int first = get(declaring, ClassRows.FIRST_FIELD);
			int end = first + get(declaring, ClassRows.FIELDS);
			for (int field = first; field < end; field++) {
				if (wanted && fieldName(field).equals(name)) {
					return new FieldPlace(offset, fieldType(field));
				}
				offset += BasicType.bytes(fieldType(field), idBytes);
			}
			declaring = get(declaring, ClassRows.SUPER) - 1;
		}
		return null;
	}

	int fieldType(int field) {
		return this.fields.get((long) field * ClassRows.FIELD_INTS + 2);
	}

	private String text(int start, int length) {
		return new String(this.names.bytes(start, length), StandardCharsets.UTF_8);
	}

	/**
	 * Translate the name of a class.
	 * @param name name as in class files
	 * @return name as in the source
	 */
	static String sourceName(String name) {
		int dimensions = 0;
		while (dimensions < name.length() && name.charAt(dimensions) == '[') {
			dimensions++;
		}
		String element = name.substring(dimensions);
		if (dimensions > 0 && element.length() == 1) {
			element = PRIMITIVES.getOrDefault(element.charAt(0), element);
		}
		else if (dimensions > 0 && element.startsWith("L") && element.endsWith(";")) {
			element = element.substring(1, element.length() - 1);
		}
		return element.replace('/', '.') + "[]".repeat(dimensions);
	}

}
