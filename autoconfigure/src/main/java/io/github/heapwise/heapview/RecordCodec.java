package io.github.heapwise.heapview;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Translates records of this package to bytes and back. They may consist of {@code long},
 * {@code int}, {@code double}, {@code boolean}, their boxed types, {@code String}, lists
 * and records of such, themselves included. What is no primitive may be {@code null},
 * elements of lists may not. Some 100 ns a value.
 * <p>
 * For one thread. Bytes that are none of a record lead to an
 * {@link IllegalArgumentException} or a {@link BufferUnderflowException}, whatever they
 * are, and to no more memory than some times their number.
 */
final class RecordCodec {

	// Records within records: far more than any report nests.
	private static final int MAX_DEPTH = 200;

	private final Map<Class<?>, Form> formsByType = new HashMap<>();

	/**
	 * Translate a record.
	 * @param value the record
	 * @return the bytes
	 */
	byte[] encode(Record value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			writePresent(value.getClass(), value, new DataOutputStream(bytes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Translate bytes that are nothing but a record.
	 * @param <R> the type of the record
	 * @param bytes the bytes
	 * @param type the type of the record
	 * @return the record
	 */
	<R extends Record> R decode(ByteBuffer bytes, Class<R> type) {
		R value = type.cast(readPresent(type, bytes, 0));
		if (bytes.hasRemaining()) {
			throw new IllegalArgumentException("%d bytes too many".formatted(bytes.remaining()));
		}
		return value;
	}

	private void write(Type type, @Nullable Object value, DataOutputStream out) throws IOException {
		if (!isPrimitive(type)) {
			out.writeBoolean(value != null);
		}
		if (value != null) {
			writePresent(type, value, out);
		}
	}

	private void writePresent(Type type, Object value, DataOutputStream out) throws IOException {
		if (value instanceof Record composed) {
			Form form = form(composed.getClass());
			for (int i = 0; i < form.types().length; i++) {
				write(form.types()[i], form.get(i, composed), out);
			}
		}
		else if (value instanceof List<?> list) {
			out.writeInt(list.size());
			for (Object element : list) {
				writePresent(elementType(type), element, out);
			}
		}
		else {
			writeSimple(value, out);
		}
	}

	private void writeSimple(Object value, DataOutputStream out) throws IOException {
		if (value instanceof Long number) {
			out.writeLong(number);
		}
		else if (value instanceof Integer number) {
			out.writeInt(number);
		}
		else if (value instanceof Double number) {
			out.writeDouble(number);
		}
		else if (value instanceof Boolean flag) {
			out.writeBoolean(flag);
		}
		else {
			byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
			out.writeInt(text.length);
			out.write(text);
		}
	}

	private @Nullable Object read(Type type, ByteBuffer in, int depth) {
		return (isPrimitive(type) || readBoolean(in)) ? readPresent(type, in, depth) : null;
	}

	private Object readPresent(Type type, ByteBuffer in, int depth) {
		if (type instanceof ParameterizedType) {
			return readList(elementType(type), in, depth);
		}
		if (type == long.class || type == Long.class) {
			return in.getLong();
		}
		if (type == int.class || type == Integer.class) {
			return in.getInt();
		}
		if (type == double.class || type == Double.class) {
			return in.getDouble();
		}
		if (type == boolean.class || type == Boolean.class) {
			return readBoolean(in);
		}
		return (type == String.class) ? readText(in) : readRecord((Class<?>) type, in, depth);
	}

	private List<Object> readList(Type elementType, ByteBuffer in, int depth) {
		int size = readSize(in);
		List<Object> list = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			list.add(readPresent(elementType, in, depth));
		}
		return list;
	}

	private Object readRecord(Class<?> type, ByteBuffer in, int depth) {
		if (depth == MAX_DEPTH) {
			throw new IllegalArgumentException("More than %d records within each other".formatted(MAX_DEPTH));
		}
		Form form = form(type);
		@Nullable Object[] values = new @Nullable Object[form.types().length];
		for (int i = 0; i < values.length; i++) {
			values[i] = read(form.types()[i], in, depth + 1);
		}
		return form.create(values);
	}

	private static String readText(ByteBuffer in) {
		byte[] text = new byte[readSize(in)];
		in.get(text);
		return new String(text, StandardCharsets.UTF_8);
	}

	// Everything takes a byte at least.
	private static int readSize(ByteBuffer in) {
		int size = in.getInt();
		if (size < 0 || size > in.remaining()) {
			throw new IllegalArgumentException("%d declared, %d bytes left".formatted(size, in.remaining()));
		}
		return size;
	}

	private static boolean readBoolean(ByteBuffer in) {
		return in.get() != 0;
	}

	private Form form(Class<?> type) {
		return this.formsByType.computeIfAbsent(type, Form::of);
	}

	private static boolean isPrimitive(Type type) {
		return type instanceof Class<?> simple && simple.isPrimitive();
	}

	private static Type elementType(Type list) {
		return ((ParameterizedType) list).getActualTypeArguments()[0];
	}

	/**
	 * What a record consists of.
	 *
	 * @param types types of its components
	 * @param accessors what returns them
	 * @param constructor what takes them
	 */
	private record Form(Type[] types, Method[] accessors, Constructor<?> constructor) {

		static Form of(Class<?> type) {
			RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
			if (components.length == 0) {
				throw new IllegalArgumentException("'%s' has no component".formatted(type.getSimpleName()));
			}
			Class<?>[] parameters = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
			try {
				return new Form(Stream.of(components).map(RecordComponent::getGenericType).toArray(Type[]::new),
						Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new),
						type.getDeclaredConstructor(parameters));
			}
			catch (NoSuchMethodException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Nullable Object get(int index, Record value) {
			try {
				return this.accessors[index].invoke(value);
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

		Object create(@Nullable Object[] values) {
			try {
				return this.constructor.newInstance(values);
			}
			catch (InvocationTargetException ex) {
				throw new IllegalArgumentException("Not accepted by its record", ex.getCause());
			}
			catch (ReflectiveOperationException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
