package io.github.heapwise.heapview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a class of the JDK keeps its elements. Names of fields are those of JDK 8 to 25.
 *
 * @param name name of the class; those below it keep theirs in the same way
 * @param kind {@code map}, {@code list}, {@code set} or {@code queue}
 * @param keeping in what
 * @param field the field with what keeps them: an array, the first node, or a collection
 * @param sizeField the field that tells how many there are, {@code null} for none
 */
record CollectionClass(String name, String kind, Keeping keeping, String field, @Nullable String sizeField) {

	private static final String MAP = "map";

	private static final String LIST = "list";

	private static final String SET = "set";

	private static final String QUEUE = "queue";

	static final List<CollectionClass> ALL = List.of(map("HashMap", Keeping.HASH_TABLE, "table", "size"),
			map("WeakHashMap", Keeping.HASH_TABLE, "table", "size"),
			map("Hashtable", Keeping.HASH_TABLE, "table", "count"),
			map("concurrent.ConcurrentHashMap", Keeping.HASH_TABLE, "table", "baseCount"),
			map("IdentityHashMap", Keeping.PAIRS, "table", "size"), map("EnumMap", Keeping.ELEMENTS, "vals", "size"),
			map("TreeMap", Keeping.NODES, "root", "size"), map("Properties", Keeping.COLLECTION, "map", null),
			list("ArrayList", Keeping.ELEMENTS, "elementData", "size"),
			list("Vector", Keeping.ELEMENTS, "elementData", "elementCount"),
			list("LinkedList", Keeping.NODES, "first", "size"),
			list("concurrent.CopyOnWriteArrayList", Keeping.ELEMENTS, "array", null),
			of("HashSet", SET, Keeping.COLLECTION, "map", null), of("TreeSet", SET, Keeping.COLLECTION, "m", null),
			of("concurrent.CopyOnWriteArraySet", SET, Keeping.COLLECTION, "al", null),
			of("ArrayDeque", QUEUE, Keeping.ELEMENTS, "elements", null),
			of("PriorityQueue", QUEUE, Keeping.ELEMENTS, "queue", "size"),
			of("concurrent.PriorityBlockingQueue", QUEUE, Keeping.ELEMENTS, "queue", "size"),
			of("concurrent.ArrayBlockingQueue", QUEUE, Keeping.ELEMENTS, "items", "count"));

	private static CollectionClass map(String name, Keeping keeping, String field, @Nullable String sizeField) {
		return of(name, MAP, keeping, field, sizeField);
	}

	private static CollectionClass list(String name, Keeping keeping, String field, @Nullable String sizeField) {
		return of(name, LIST, keeping, field, sizeField);
	}

	private static CollectionClass of(String name, String kind, Keeping keeping, String field,
			@Nullable String sizeField) {
		return new CollectionClass("java.util." + name, kind, keeping, field, sizeField);
	}

	/**
	 * In what a collection keeps its elements.
	 */
	enum Keeping {

		/**
		 * An array with an element in a slot, some of them {@code null}.
		 */
		ELEMENTS,

		/**
		 * An array with a key in a slot and its value in the next one.
		 */
		PAIRS,

		/**
		 * An array of chains, so that there may be more elements than slots are taken.
		 */
		HASH_TABLE,

		/**
		 * Objects that refer to each other: there is no free room.
		 */
		NODES,

		/**
		 * Another collection, which is its own.
		 */
		COLLECTION

	}

}
