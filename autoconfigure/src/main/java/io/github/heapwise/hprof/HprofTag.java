package io.github.heapwise.hprof;

/**
 * First bytes of the records of a dump, and of the records within its heap segments.
 */
public final class HprofTag {

	static final int UTF8 = 0x01;

	static final int LOAD_CLASS = 0x02;

	static final int FRAME = 0x04;

	static final int TRACE = 0x05;

	static final int START_THREAD = 0x0A;

	static final int HEAP_DUMP = 0x0C;

	static final int HEAP_DUMP_SEGMENT = 0x1C;

	static final int HEAP_DUMP_END = 0x2C;

	public static final int ROOT_JNI_GLOBAL = 0x01;

	public static final int ROOT_JNI_LOCAL = 0x02;

	public static final int ROOT_JAVA_FRAME = 0x03;

	public static final int ROOT_NATIVE_STACK = 0x04;

	public static final int ROOT_STICKY_CLASS = 0x05;

	public static final int ROOT_THREAD_BLOCK = 0x06;

	public static final int ROOT_MONITOR_USED = 0x07;

	public static final int ROOT_THREAD_OBJECT = 0x08;

	public static final int ROOT_UNKNOWN = 0xFF;

	static final int CLASS_DUMP = 0x20;

	public static final int INSTANCE_DUMP = 0x21;

	static final int OBJECT_ARRAY_DUMP = 0x22;

	public static final int PRIMITIVE_ARRAY_DUMP = 0x23;

	private HprofTag() {
	}

	/**
	 * Return how many bytes every record within a segment has between its tag and what
	 * its length depends on.
	 * @param idBytes size of an id
	 * @return bytes by tag, 0 for tags that no record has
	 */
	static int[] fixedBytesByTag(int idBytes) {
		int[] bytes = new int[256];
		bytes[ROOT_UNKNOWN] = idBytes;
		bytes[ROOT_JNI_GLOBAL] = 2 * idBytes;
		bytes[ROOT_JNI_LOCAL] = idBytes + 8;
		bytes[ROOT_JAVA_FRAME] = idBytes + 8;
		bytes[ROOT_NATIVE_STACK] = idBytes + 4;
		bytes[ROOT_STICKY_CLASS] = idBytes;
		bytes[ROOT_THREAD_BLOCK] = idBytes + 4;
		bytes[ROOT_MONITOR_USED] = idBytes;
		bytes[ROOT_THREAD_OBJECT] = idBytes + 8;
		// id, u4 stack, ids of superclass, loader, signers, domain and two reserved, u4
		// bytes, u2 constants
		bytes[CLASS_DUMP] = 7 * idBytes + 10;
		// id, u4 stack, id of class, u4 bytes
		bytes[INSTANCE_DUMP] = 2 * idBytes + 8;
		// id, u4 stack, u4 elements, id of class
		bytes[OBJECT_ARRAY_DUMP] = 2 * idBytes + 8;
		// id, u4 stack, u4 elements, u1 type
		bytes[PRIMITIVE_ARRAY_DUMP] = idBytes + 9;
		return bytes;
	}

}
