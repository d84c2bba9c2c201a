package io.github.heapwise.hprof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Builds a small dump. Classes, objects and texts are called by their names; a name that
 * is used gets an id. Can build the same dump redacted, by a way of its own: it knows
 * what it writes and leaves the contents out.
 */
public final class HeapDumpBuilder {

	private final List<Part> records = new ArrayList<>();

	private final List<Part> heap = new ArrayList<>();

	private final Map<String, Long> idsByName = new HashMap<>();

	private final Map<String, String> loadersByClass = new HashMap<>();

	private final Map<String, Integer> serialsByClass = new HashMap<>();

	private final Map<String, Long> textIds = new LinkedHashMap<>();

	private final Set<String> keptTexts = new HashSet<>();

	private final Set<String> keptNames = new HashSet<>();

	private String format = "JAVA PROFILE 1.0.2";

	private int idBytes = 8;

	private int serial;

	private HeapDumpBuilder() {
	}

	public static HeapDumpBuilder aHeapDump() {
		return new HeapDumpBuilder();
	}

	public HeapDumpBuilder withFormat(String format) {
		this.format = format;
		return this;
	}

	public HeapDumpBuilder withIdBytes(int idBytes) {
		this.idBytes = idBytes;
		return this;
	}

	/**
	 * Add a text that nothing refers to, such as a string literal.
	 * @param text the text
	 * @return this builder
	 */
	public HeapDumpBuilder literal(String text) {
		textId(text);
		return this;
	}

	/**
	 * Add a class. Fields with a value are static.
	 * @param name its name, with dots
	 * @param superName name of the class above, {@code null} for none
	 * @param fields what it declares
	 * @return this builder
	 */
	public HeapDumpBuilder classNamed(String name, String superName, Field... fields) {
		long nameId = nameId(name.replace('.', '/'));
		int number = ++this.serial;
		this.serialsByClass.put(name, number);
		this.records.add((writer, redacted) -> writer.loadClass(number, idOf(name), nameId));
		for (Field field : fields) {
			nameId(field.name());
		}
		this.heap.add((writer, redacted) -> writeClass(writer, redacted, name, superName, fields));
		return this;
	}

	/**
	 * Let a class have a loader.
	 * @param className name of the class
	 * @param loader name of the object that loaded it
	 * @return this builder
	 */
	public HeapDumpBuilder loadedBy(String className, String loader) {
		this.loadersByClass.put(className, loader);
		return this;
	}

	/**
	 * Add an object.
	 * @param name what to call it
	 * @param className name of its class
	 * @param values boxed primitives, names of objects, or {@code null}; those of its own
	 * class first
	 * @return this builder
	 */
	public HeapDumpBuilder instance(String name, String className, Object... values) {
		this.heap.add((writer, redacted) -> {
			writer.begin(HprofTag.INSTANCE_DUMP, 2L * this.idBytes + 8 + bytes(values));
			writer.putId(idOf(name));
			writer.put4(0);
			writer.putId(idOf(className));
			writer.put4(bytes(values));
			for (Object value : values) {
				put(writer, value, redacted && !this.keptNames.contains(name));
			}
		});
		return this;
	}

	public HeapDumpBuilder objects(String name, String className, String... elements) {
		this.heap.add((writer, redacted) -> {
			writer.begin(HprofTag.OBJECT_ARRAY_DUMP, 2L * this.idBytes + 8 + (long) elements.length * this.idBytes);
			writer.putId(idOf(name));
			writer.put4(0);
			writer.put4(elements.length);
			writer.putId(idOf(className));
			for (String element : elements) {
				writer.putId(idOf(element));
			}
		});
		return this;
	}

	public HeapDumpBuilder array(String name, byte... values) {
		this.heap.add((writer, redacted) -> {
			writer.begin(HprofTag.PRIMITIVE_ARRAY_DUMP, this.idBytes + 9L + values.length);
			writer.putId(idOf(name));
			writer.put4(0);
			writer.put4(values.length);
			writer.put1(BasicType.BYTE);
			writer.put((redacted && !this.keptNames.contains(name)) ? new byte[values.length] : values);
		});
		return this;
	}

	public HeapDumpBuilder array(String name, long... values) {
		this.heap.add((writer, redacted) -> {
			writer.begin(HprofTag.PRIMITIVE_ARRAY_DUMP, this.idBytes + 9L + 8L * values.length);
			writer.putId(idOf(name));
			writer.put4(0);
			writer.put4(values.length);
			writer.put1(BasicType.LONG);
			for (long value : values) {
				writer.put8(redacted ? 0 : value);
			}
		});
		return this;
	}

	/**
	 * Add an array of characters.
	 * @param name what to call it
	 * @param values its elements
	 * @return this builder
	 */
	public HeapDumpBuilder characters(String name, char... values) {
		this.heap.add((writer, redacted) -> {
			writer.begin(HprofTag.PRIMITIVE_ARRAY_DUMP, this.idBytes + 9L + 2L * values.length);
			writer.putId(idOf(name));
			writer.put4(0);
			writer.put4(values.length);
			writer.put1(BasicType.CHAR);
			for (char value : values) {
				writer.put2(redacted ? 0 : value);
			}
		});
		return this;
	}

	public HeapDumpBuilder root(int tag, String name, int... details) {
		this.heap.add((writer, redacted) -> writer.root(tag, idOf(name), details));
		return this;
	}

	/**
	 * Add a stack of one frame.
	 * @param method its method
	 * @param signature signature of the method
	 * @param source name of the source file
	 * @return this builder
	 */
	public HeapDumpBuilder stack(String method, String signature, String source) {
		long methodId = nameId(method);
		long signatureId = nameId(signature);
		long sourceId = nameId(source);
		int number = ++this.serial;
		this.records.add((writer, redacted) -> {
			writer.frame(number, methodId, signatureId, sourceId, 1, 42);
			writer.trace(number, 1, number);
		});
		return this;
	}

	/**
	 * Add a stack.
	 * @param serial its serial number
	 * @param frames its frames, of classes added before
	 * @return this builder
	 */
	public HeapDumpBuilder stack(int serial, StackTraceElement... frames) {
		long[] ids = new long[frames.length];
		for (int i = 0; i < frames.length; i++) {
			StackTraceElement frame = frames[i];
			long methodId = nameId(frame.getMethodName());
			long signatureId = nameId("()V");
			long sourceId = (frame.getFileName() != null) ? nameId(frame.getFileName()) : 0;
			int classSerial = this.serialsByClass.getOrDefault(frame.getClassName(), 0);
			long id = 1000L * serial + i;
			ids[i] = id;
			this.records.add((writer, redacted) -> writer.frame(id, methodId, signatureId, sourceId, classSerial,
					frame.getLineNumber()));
		}
		this.records.add((writer, redacted) -> writer.trace(serial, serial, ids));
		return this;
	}

	public HeapDumpBuilder startOfThread(String object, String name) {
		long nameId = textId(name);
		int number = ++this.serial;
		this.records.add((writer, redacted) -> writer.startThread(number, idOf(object), nameId, 0, 0));
		return this;
	}

	/**
	 * Add a record of a kind nobody knows.
	 * @param tag its tag
	 * @param body its contents
	 * @return this builder
	 */
	public HeapDumpBuilder record(int tag, byte... body) {
		this.records.add((writer, redacted) -> writer.record(tag, redacted ? new byte[body.length] : body));
		return this;
	}

	/**
	 * Let what follows be in a segment of its own.
	 * @return this builder
	 */
	public HeapDumpBuilder nextSegment() {
		this.heap.add((writer, redacted) -> writer.endSegment());
		return this;
	}

	/**
	 * Add a segment without a record.
	 * @return this builder
	 */
	public HeapDumpBuilder emptySegment() {
		this.heap.add((writer, redacted) -> {
			writer.endSegment();
			writer.record(HprofTag.HEAP_DUMP_SEGMENT, new byte[0]);
		});
		return this;
	}

	/**
	 * Expect contents to stay when this dump is redacted.
	 * @param names texts, names of objects and arrays, or of classes whose fields stay
	 * @return this builder
	 */
	public HeapDumpBuilder keeping(String... names) {
		this.keptTexts.addAll(Set.of(names));
		this.keptNames.addAll(Set.of(names));
		return this;
	}

	public long idOf(String name) {
		// Like addresses: far from 0, apart from each other, within 4 bytes.
		return (name == null) ? 0
				: this.idsByName.computeIfAbsent(name, (added) -> 0xE000_0000L + 16 * this.idsByName.size());
	}

	public byte[] build() {
		return build(false);
	}

	public byte[] buildRedacted() {
		return build(true);
	}

	public Path writeTo(Path directory) {
		return write(directory.resolve("orders.hprof"), build());
	}

	public Path writeCompressedTo(Path directory) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
			out.write(build());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return write(directory.resolve("orders.hprof.gz"), compressed.toByteArray());
	}

	/**
	 * Write a file.
	 * @param file where to
	 * @param bytes its contents
	 * @return the file
	 */
	static Path write(Path file, byte[] bytes) {
		try {
			return Files.write(file, bytes);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] build(boolean redacted) {
		return HprofWriter.bytes(this.format, this.idBytes, (writer) -> {
			for (Map.Entry<String, Long> text : this.textIds.entrySet()) {
				byte[] bytes = text.getKey().getBytes(StandardCharsets.UTF_8);
				boolean kept = !redacted || this.keptTexts.contains(text.getKey());
				writer.utf8(text.getValue(), kept ? bytes : new byte[bytes.length]);
			}
			for (Part part : this.records) {
				part.writeTo(writer, redacted);
			}
			for (Part part : this.heap) {
				part.writeTo(writer, redacted);
			}
		});
	}

	private void writeClass(HprofWriter writer, boolean redacted, String name, String superName, Field... fields)
			throws IOException {
		List<Field> statics = List.of(fields).stream().filter(Field::isStatic).toList();
		List<Field> instances = List.of(fields).stream().filter((field) -> !field.isStatic()).toList();
		int valueBytes = statics.stream().mapToInt((field) -> bytes(field.value())).sum();
		writer.begin(HprofTag.CLASS_DUMP,
				7L * this.idBytes + 10 + 7 + 4 + (long) fields.length * (this.idBytes + 1) + valueBytes);
		writer.putId(idOf(name));
		writer.put4(0);
		writer.putId(idOf(superName));
		writer.putId(idOf(this.loadersByClass.get(name)));
		for (int i = 0; i < 4; i++) {
			writer.putId(0);
		}
		writer.put4(0);
		writer.put2(1);
		writer.put2(3);
		writer.put1(BasicType.INT);
		put(writer, 0x0C0FFEE0, redacted && !this.keptNames.contains(name));
		writer.put2(statics.size());
		for (Field field : statics) {
			writer.putId(textId(field.name()));
			writer.put1(field.type());
			put(writer, field.value(), redacted && !this.keptNames.contains(name));
		}
		writer.put2(instances.size());
		for (Field field : instances) {
			writer.putId(textId(field.name()));
			writer.put1(field.type());
		}
	}

	private void put(HprofWriter writer, Object value, boolean redacted) throws IOException {
		boolean reference = value == null || value instanceof String;
		if (reference) {
			writer.putId(idOf((String) value));
		}
		else {
			byte[] bytes = primitive(value);
			writer.put((redacted && !(value instanceof Kept)) ? new byte[bytes.length] : bytes);
		}
	}

	private int bytes(Object... values) {
		int bytes = 0;
		for (Object value : values) {
			bytes += (value == null || value instanceof String) ? this.idBytes : primitive(value).length;
		}
		return bytes;
	}

	private static byte[] primitive(Object value) {
		ByteBuffer bytes = ByteBuffer.allocate(8);
		if (value instanceof Kept kept) {
			return primitive(kept.value());
		}
		if (value instanceof Long number) {
			bytes.putLong(number);
		}
		else if (value instanceof Double number) {
			bytes.putDouble(number);
		}
		else if (value instanceof Integer number) {
			bytes.putInt(number);
		}
		else if (value instanceof Float number) {
			bytes.putFloat(number);
		}
		else if (value instanceof Short number) {
			bytes.putShort(number);
		}
		else if (value instanceof Character character) {
			bytes.putChar(character);
		}
		else if (value instanceof Byte number) {
			bytes.put(number);
		}
		else {
			bytes.put((byte) ((boolean) value ? 1 : 0));
		}
		byte[] exact = new byte[bytes.position()];
		System.arraycopy(bytes.array(), 0, exact, 0, exact.length);
		return exact;
	}

	private long nameId(String name) {
		this.keptTexts.add(name);
		return textId(name);
	}

	private long textId(String text) {
		return this.textIds.computeIfAbsent(text, (added) -> 0x7000_0000L + 8 * this.textIds.size());
	}

	/**
	 * A field.
	 *
	 * @param name its name
	 * @param type one of {@link BasicType}
	 * @param isStatic whether it belongs to the class
	 * @param value a boxed primitive, the name of an object, or {@code null}; static only
	 */
	public record Field(String name, int type, boolean isStatic, Object value) {

		public static Field field(String name, int type) {
			return new Field(name, type, false, null);
		}

		public static Field staticField(String name, int type, Object value) {
			return new Field(name, type, true, value);
		}

	}

	/**
	 * A value that stays when this dump is redacted.
	 *
	 * @param value a boxed primitive
	 */
	public record Kept(Object value) {

	}

	@FunctionalInterface
	private interface Part {

		void writeTo(HprofWriter writer, boolean redacted) throws IOException;

	}

}
