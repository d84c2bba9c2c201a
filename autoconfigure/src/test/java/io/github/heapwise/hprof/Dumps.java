package io.github.heapwise.hprof;

import java.nio.charset.StandardCharsets;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.Field.staticField;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;

/**
 * Dumps that several tests look at.
 */
public final class Dumps {

	private Dumps() {
	}

	/**
	 * Return a dump with records of every kind. A class comes later than its objects.
	 * @param idBytes size of an id
	 * @return its builder
	 */
	public static HeapDumpBuilder ofEverything(int idBytes) {
		return aHeapDump().withIdBytes(idBytes)
			.literal("a literal")
			.stack("placeOrder", "()V", "Shop.java")
			.startOfThread("worker", "thread name")
			.record(0x42, (byte) 1, (byte) 2, (byte) 3)
			.classNamed("java.lang.Object", null)
			.classNamed("shop.Order", "shop.Document", field("number", BasicType.LONG), field("next", BasicType.OBJECT),
					staticField("count", BasicType.INT, 17), staticField("first", BasicType.OBJECT, "order"))
			.emptySegment()
			.instance("order", "shop.Order", 0x1122_3344_5566_7788L, "other", true, 'c', null, 1.5f, 2.5, (byte) 3,
					(short) 4, 5)
			.instance("other", "shop.Order", 8L, null, false, 'd', "order", 3.5f, 4.5, (byte) 6, (short) 7, 8)
			.nextSegment()
			.classNamed("shop.Document", "java.lang.Object", field("open", BasicType.BOOLEAN),
					field("kind", BasicType.CHAR), field("parent", BasicType.OBJECT), field("rate", BasicType.FLOAT),
					field("price", BasicType.DOUBLE), field("state", BasicType.BYTE), field("year", BasicType.SHORT),
					field("pages", BasicType.INT))
			.objects("orders", "shop.Order[]", "order", null, "other")
			.array("bytes", "secret".getBytes(StandardCharsets.US_ASCII))
			.array("longs", 1, 2, 3)
			.root(HprofTag.ROOT_UNKNOWN, "order")
			.root(HprofTag.ROOT_JNI_GLOBAL, "order", (idBytes == 8) ? new int[] { 0, 7 } : new int[] { 7 })
			.root(HprofTag.ROOT_JNI_LOCAL, "order", 1, 2)
			.root(HprofTag.ROOT_JAVA_FRAME, "order", 3, 4)
			.root(HprofTag.ROOT_NATIVE_STACK, "order", 5)
			.root(HprofTag.ROOT_STICKY_CLASS, "shop.Order")
			.root(HprofTag.ROOT_THREAD_BLOCK, "order", 6)
			.root(HprofTag.ROOT_MONITOR_USED, "order")
			.root(HprofTag.ROOT_THREAD_OBJECT, "worker", 7, 8);
	}

	/**
	 * Return a dump with texts, two of them alike, and collections.
	 * @return its builder
	 */
	public static HeapDumpBuilder ofCollections() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("[B", "java.lang.Object")
			.classNamed("[Ljava.lang.Object;", "java.lang.Object")
			.classNamed("java.lang.String", "java.lang.Object", field("value", BasicType.OBJECT),
					field("coder", BasicType.BYTE))
			.classNamed("java.util.ArrayList", "java.lang.Object", field("elementData", BasicType.OBJECT),
					field("size", BasicType.INT))
			.classNamed("java.util.HashMap", "java.lang.Object", field("table", BasicType.OBJECT),
					field("size", BasicType.INT))
			.classNamed("java.util.HashSet", "java.lang.Object", field("map", BasicType.OBJECT))
			.classNamed("shop.Orders", "java.util.ArrayList", field("count", BasicType.LONG))
			.array("bytes", (byte) 'a', (byte) 'b')
			.array("copy", (byte) 'a', (byte) 'b')
			.instance("first", "java.lang.String", "bytes", (byte) 0)
			.instance("second", "java.lang.String", "copy", (byte) 0)
			.objects("array", "[Ljava.lang.Object;", "first", null, "second", null)
			.instance("list", "java.util.ArrayList", "array", 2)
			.instance("orders", "shop.Orders", 3L, "array", 2)
			.instance("map", "java.util.HashMap", "array", 2)
			.instance("set", "java.util.HashSet", "map")
			.root(HprofTag.ROOT_JNI_GLOBAL, "list", 0, 0)
			.root(HprofTag.ROOT_JNI_GLOBAL, "orders", 0, 0)
			.root(HprofTag.ROOT_JNI_GLOBAL, "set", 0, 0);
	}

}
