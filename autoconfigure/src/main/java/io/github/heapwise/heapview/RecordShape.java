package io.github.heapwise.heapview;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Tells records apart by the names and types of all their components, down to the last.
 */
final class RecordShape {

	private final StringBuilder text = new StringBuilder();

	private final Set<Class<?>> described = new HashSet<>();

	private RecordShape() {
	}

	/**
	 * Return a number that two types share only if a record of the one can be read as the
	 * other.
	 * @param type the type
	 * @return the number
	 */
	static long of(Class<? extends Record> type) {
		RecordShape shape = new RecordShape();
		shape.add(type);
		CRC32 checksum = new CRC32();
		checksum.update(shape.text.toString().getBytes(StandardCharsets.UTF_8));
		return (long) shape.text.length() << Integer.SIZE | checksum.getValue();
	}

	private void add(Type type) {
		if (type instanceof ParameterizedType list) {
			this.text.append("List ");
			add(list.getActualTypeArguments()[0]);
			return;
		}
		Class<?> simple = (Class<?>) type;
		this.text.append(simple.getSimpleName());
		if (simple.isRecord() && this.described.add(simple)) {
			this.text.append('(');
			for (RecordComponent component : simple.getRecordComponents()) {
				this.text.append(component.getName()).append(' ');
				add(component.getGenericType());
				this.text.append(',');
			}
			this.text.append(')');
		}
	}

}
