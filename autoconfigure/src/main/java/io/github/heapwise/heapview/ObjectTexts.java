package io.github.heapwise.heapview;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;

import io.github.heapwise.heapgraph.FieldValue;
import io.github.heapwise.heapgraph.HeapGraph;
import org.jspecify.annotations.Nullable;

/**
 * Reads what strings say from the dump, as far as it can be shown. Some 200 us a string.
 * Knows strings of bytes, of either coder, and those of characters that JDK 8 has. Dumps
 * do not tell the order of bytes of their machine: that of this one is assumed.
 */
final class ObjectTexts {

	private static final int NONE = -1;

	private static final int FIELDS_OF_STRING = 8;

	private static final int FIELDS_OF_NAMED = 1000;

	private static final int MAX_CHARACTERS = ShownText.MAX_LENGTH + 1;

	private static final int HIGH_SHIFT = (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) ? Byte.SIZE : 0;

	private final HeapGraph graph;

	ObjectTexts(HeapGraph graph) {
		this.graph = graph;
	}

	/**
	 * Read a string.
	 * @param object number of the string
	 * @return its text, shortened; {@code null} if it is no string, or its characters are
	 * not in the dump or redacted
	 */
	@Nullable String string(int object) throws IOException {
		int array = NONE;
		boolean latin1 = true;
		for (FieldValue field : this.graph.fields(object, 0, FIELDS_OF_STRING)) {
			if (field.name().equals("value")) {
				array = field.object();
			}
			else if (field.name().equals("coder")) {
				latin1 = Byte.valueOf((byte) 0).equals(field.primitive());
			}
		}
		return (array != NONE) ? characters(array, latin1) : null;
	}

	/**
	 * Read the string that a field of an object refers to.
	 * @param object number of the object
	 * @param declaringClass name of the class that declares the field
	 * @param field name of the field
	 * @return the text, shortened; {@code null} if there is none
	 */
	@Nullable String stringIn(int object, String declaringClass, String field) throws IOException {
		int string = objectIn(object, declaringClass, field);
		return (string != NONE) ? string(string) : null;
	}

	/**
	 * Find what a field of an object refers to.
	 * @param object number of the object
	 * @param declaringClass name of the class that declares the field
	 * @param field name of the field
	 * @return number of the object, -1 if there is none
	 */
	int objectIn(int object, String declaringClass, String field) throws IOException {
		for (FieldValue value : this.graph.fields(object, 0, FIELDS_OF_NAMED)) {
			if (value.name().equals(field) && this.graph.className(value.declaringClass()).equals(declaringClass)) {
				return value.object();
			}
		}
		return NONE;
	}

	private @Nullable String characters(int array, boolean latin1) throws IOException {
		String type = this.graph.className(this.graph.classOf(array));
		StringBuilder text = new StringBuilder(MAX_CHARACTERS);
		if (type.equals("char[]")) {
			this.graph.fields(array, 0, MAX_CHARACTERS).forEach((element) -> text.append(element.primitive()));
		}
		else if (type.equals("byte[]") && latin1) {
			this.graph.fields(array, 0, MAX_CHARACTERS).forEach((element) -> text.append((char) unsigned(element)));
		}
		else if (type.equals("byte[]")) {
			List<FieldValue> bytes = this.graph.fields(array, 0, 2 * MAX_CHARACTERS);
			for (int i = 0; i + 1 < bytes.size(); i += 2) {
				int first = unsigned(bytes.get(i));
				int second = unsigned(bytes.get(i + 1));
				text.append((char) (first << HIGH_SHIFT | second << (Byte.SIZE - HIGH_SHIFT)));
			}
		}
		else {
			return null;
		}
		return isRedacted(text) ? null : ShownText.of(text);
	}

	private static int unsigned(FieldValue element) {
		return (element.primitive() instanceof Byte value) ? Byte.toUnsignedInt(value) : 0;
	}

	private static boolean isRedacted(CharSequence text) {
		return text.length() > 0 && text.chars().allMatch((character) -> character == 0);
	}

}
