package io.github.heapwise.hprof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Streams a dump of millions of objects to a file in constant memory, as HotSpot would
 * write it, at addresses that fit the sizes of objects with compressed references. What
 * it holds hangs on static fields of {@code com.example.Application}: a linked list, a
 * hash map from numbers to strings, byte arrays, and objects of many classes.
 */
public final class LargeDump {

	private static final int OBJECTS_A_CLASS = 20;

	private static final int ARRAY_BYTES = 4096;

	private static final int CLASS_SPACE = 112;

	private static final int LINK_SPACE = 24;

	// a node of 32 bytes, its number of 16, its string of 24 and that one's array of 32
	private static final int ENTRY_SPACE = 104;

	private static final int OBJECT_SPACE = 32;

	private static final int[] GENERATED_FIELDS = { BasicType.INT, BasicType.OBJECT, BasicType.LONG, BasicType.OBJECT };

	private static final long FIRST_SYMBOL = 0x7F00_0000_0000L;

	private final Size size;

	private final HprofWriter out;

	private long free = 0x7_0000_0000L;

	private final long usualClasses = space(CLASS_SPACE * (long) Usual.values().length);

	private final long generatedClasses;

	private final long links;

	private final long entries;

	private final long arrays;

	private final long objects;

	private final long map = space(48);

	private final int slots;

	private final long table;

	private final long arrayList;

	private final long objectList;

	private int serial;

	private LargeDump(Size size, HprofWriter out) {
		this.size = size;
		this.out = out;
		this.slots = Integer.highestOneBit(2 * size.entries());
		this.generatedClasses = space((long) CLASS_SPACE * size.classes());
		this.links = space((long) LINK_SPACE * size.links());
		this.entries = space((long) ENTRY_SPACE * size.entries());
		this.arrays = space((16L + ARRAY_BYTES) * size.arrays());
		this.objects = space((long) OBJECT_SPACE * objectCount());
		this.table = space(16 + 4L * this.slots);
		this.arrayList = space(16 + 4L * size.arrays());
		this.objectList = space(16 + 4L * objectCount());
	}

	/**
	 * Write a dump.
	 * @param file where to, overwritten if it exists
	 * @param size how large
	 */
	public static void write(Path file, Size size) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
				HprofWriter writer = new HprofWriter(out, "JAVA PROFILE 1.0.2", 8)) {
			new LargeDump(size, writer).write();
		}
	}

	private void write() throws IOException {
		writeNames();
		for (Usual usual : Usual.values()) {
			writeClass(usualClass(usual), (usual.above != null) ? usualClass(usual.above) : 0, usual.fields);
			this.out.root(HprofTag.ROOT_STICKY_CLASS, usualClass(usual));
		}
		for (int i = 0; i < this.size.classes(); i++) {
			writeClass(generatedClass(i), usualClass(Usual.OBJECT), GENERATED_FIELDS);
		}
		writeLinks();
		writeMap();
		writeArrays();
		writeObjects();
		this.out.end();
	}

	// Names of classes, those of their fields, then texts that nothing refers to.
	private void writeNames() throws IOException {
		for (int i = 0; i < this.size.symbols(); i++) {
			byte[] text = symbol(i).getBytes(StandardCharsets.US_ASCII);
			this.out.utf8(symbolId(i), text);
		}
		for (Usual usual : Usual.values()) {
			this.out.loadClass(++this.serial, usualClass(usual), symbolId(usual.ordinal()));
		}
		for (int i = 0; i < this.size.classes(); i++) {
			this.out.loadClass(++this.serial, generatedClass(i), symbolId(Usual.values().length + i));
		}
	}

	private String symbol(int number) {
		int generated = number - Usual.values().length;
		if (generated < 0) {
			return Usual.values()[number].text;
		}
		return (generated < this.size.classes()) ? "com/example/generated/Class" + generated
				: "aSymbolWithNumber" + number;
	}

	private void writeClass(long id, long above, int... fields) throws IOException {
		boolean application = id == usualClass(Usual.APPLICATION);
		int fieldName = firstFieldName(id);
		this.out.begin(HprofTag.CLASS_DUMP, 7L * 8 + 10 + 4 + fields.length * 9L + (application ? 4 * 17 : 0));
		this.out.putId(id);
		this.out.put4(0);
		this.out.putId(above);
		this.out.put(new byte[5 * 8]);
		this.out.put4(0);
		this.out.put2(0);
		long[] statics = { this.links, this.map, this.arrayList, this.objectList };
		this.out.put2(application ? statics.length : 0);
		for (int i = 0; application && i < statics.length; i++) {
			this.out.putId(symbolId(fieldName + i));
			this.out.put1(BasicType.OBJECT);
			this.out.putId(statics[i]);
		}
		this.out.put2(fields.length);
		for (int i = 0; i < fields.length; i++) {
			this.out.putId(symbolId(fieldName + i));
			this.out.put1(fields[i]);
		}
	}

	// Classes share the names of some of their fields with those around them.
	private int firstFieldName(long classId) {
		int number = (int) ((classId - this.usualClasses) / CLASS_SPACE);
		return Usual.values().length + this.size.classes() + 2 * number;
	}

	private void writeLinks() throws IOException {
		for (int i = 0; i < this.size.links(); i++) {
			long id = this.links + (long) LINK_SPACE * i;
			instance(id, usualClass(Usual.LINK), 16);
			this.out.putId((i + 1 < this.size.links()) ? id + LINK_SPACE : 0);
			this.out.put8(i);
		}
	}

	private void writeMap() throws IOException {
		instance(this.map, usualClass(Usual.MAP), 16);
		this.out.putId(this.table);
		this.out.put4(this.size.entries());
		this.out.put4(this.slots);
		this.out.begin(HprofTag.OBJECT_ARRAY_DUMP, 24 + 8L * this.slots);
		this.out.putId(this.table);
		this.out.put4(0);
		this.out.put4(this.slots);
		this.out.putId(usualClass(Usual.NODES));
		for (int i = 0; i < this.slots; i++) {
			this.out.putId((i < this.size.entries() && !follows(i)) ? node(i) : 0);
		}
		for (int i = 0; i < this.size.entries(); i++) {
			writeEntry(i);
		}
	}

	private void writeEntry(int number) throws IOException {
		long node = node(number);
		instance(node, usualClass(Usual.NODE), 28);
		this.out.put4(number);
		this.out.putId(node + 32);
		this.out.putId(node + 48);
		this.out.putId((number + 1 < this.size.entries() && follows(number + 1)) ? node + ENTRY_SPACE : 0);
		instance(node + 32, usualClass(Usual.INTEGER), 4);
		this.out.put4(number);
		instance(node + 48, usualClass(Usual.STRING), 14);
		this.out.putId(node + 72);
		this.out.put1(0);
		this.out.put4(number * 31);
		this.out.put1(0);
		bytes(node + 72, "%011d".formatted(number).getBytes(StandardCharsets.US_ASCII));
	}

	private void writeArrays() throws IOException {
		byte[] bytes = new byte[ARRAY_BYTES];
		Arrays.fill(bytes, (byte) 'x');
		for (int i = 0; i < this.size.arrays(); i++) {
			bytes(this.arrays + (16L + ARRAY_BYTES) * i, bytes);
		}
		writeList(this.arrayList, this.arrays, 16 + ARRAY_BYTES, this.size.arrays());
	}

	private void writeObjects() throws IOException {
		for (int i = 0; i < objectCount(); i++) {
			instance(this.objects + (long) OBJECT_SPACE * i, generatedClass(i % this.size.classes()), 28);
			this.out.put4(i);
			this.out.putId(this.map);
			this.out.put8(i);
			this.out.putId(0);
		}
		writeList(this.objectList, this.objects, OBJECT_SPACE, objectCount());
	}

	private void writeList(long id, long first, int space, int count) throws IOException {
		this.out.begin(HprofTag.OBJECT_ARRAY_DUMP, 24 + 8L * count);
		this.out.putId(id);
		this.out.put4(0);
		this.out.put4(count);
		this.out.putId(usualClass(Usual.OBJECTS));
		for (int i = 0; i < count; i++) {
			this.out.putId(first + (long) space * i);
		}
	}

	private void instance(long id, long classId, int bytes) throws IOException {
		this.out.begin(HprofTag.INSTANCE_DUMP, 24 + bytes);
		this.out.putId(id);
		this.out.put4(0);
		this.out.putId(classId);
		this.out.put4(bytes);
	}

	private void bytes(long id, byte[] bytes) throws IOException {
		this.out.begin(HprofTag.PRIMITIVE_ARRAY_DUMP, 17L + bytes.length);
		this.out.putId(id);
		this.out.put4(0);
		this.out.put4(bytes.length);
		this.out.put1(BasicType.BYTE);
		this.out.put(bytes);
	}

	// Every fourth node hangs on the one before.
	private static boolean follows(int entry) {
		return entry % 4 == 3;
	}

	private long node(int entry) {
		return this.entries + (long) ENTRY_SPACE * entry;
	}

	private long usualClass(Usual usual) {
		return this.usualClasses + (long) CLASS_SPACE * usual.ordinal();
	}

	private long generatedClass(int number) {
		return this.generatedClasses + (long) CLASS_SPACE * number;
	}

	private int objectCount() {
		return OBJECTS_A_CLASS * this.size.classes();
	}

	private long space(long bytes) {
		long address = this.free;
		this.free += (bytes + 7) & ~7L;
		return address;
	}

	private static long symbolId(int number) {
		return FIRST_SYMBOL + 32L * number;
	}

	/**
	 * How much a dump holds.
	 *
	 * @param links length of the list
	 * @param entries entries of the map, four objects each
	 * @param arrays byte arrays of 4 KB
	 * @param classes classes of four fields and 20 objects each
	 * @param symbols texts, at least three a class and a hundred more
	 */
	public record Size(int links, int entries, int arrays, int classes, int symbols) {

		/**
		 * A GB, 19.6 million objects.
		 */
		public static final Size ONE_GIGABYTE = new Size(1_000_000, 4_400_000, 40_000, 50_000, 300_000);

		/**
		 * Return how many objects there are.
		 * @return objects and arrays, all of them reachable
		 */
		public long objects() {
			return this.links + 4L * this.entries + this.arrays + (long) OBJECTS_A_CLASS * this.classes + 4;
		}

		/**
		 * Return a multiple of this.
		 * @param times how many times as many objects
		 * @return the size; there are as many classes and symbols
		 */
		public Size times(int times) {
			return new Size(times * this.links, times * this.entries, times * this.arrays, this.classes, this.symbols);
		}

	}

	private enum Usual {

		OBJECT("java/lang/Object", null),

		CLASS("java/lang/Class", OBJECT),

		NUMBER("java/lang/Number", OBJECT),

		INTEGER("java/lang/Integer", NUMBER, BasicType.INT),

		STRING("java/lang/String", OBJECT, BasicType.OBJECT, BasicType.BYTE, BasicType.INT, BasicType.BOOLEAN),

		MAP("java/util/HashMap", OBJECT, BasicType.OBJECT, BasicType.INT, BasicType.INT),

		NODE("java/util/HashMap$Node", OBJECT, BasicType.INT, BasicType.OBJECT, BasicType.OBJECT, BasicType.OBJECT),

		NODES("[Ljava/util/HashMap$Node;", OBJECT),

		OBJECTS("[Ljava/lang/Object;", OBJECT),

		BYTES("[B", OBJECT),

		LINK("com/example/Link", OBJECT, BasicType.OBJECT, BasicType.LONG),

		APPLICATION("com/example/Application", OBJECT);

		private final String text;

		private final Usual above;

		private final int[] fields;

		Usual(String text, Usual above, int... fields) {
			this.text = text;
			this.above = above;
			this.fields = fields;
		}

	}

}
