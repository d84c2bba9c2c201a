package io.github.heapwise.heapview;

import java.util.HashMap;
import java.util.Map;

import io.github.heapwise.heapgraph.FieldPlace;
import io.github.heapwise.heapgraph.HeapGraph;
import org.jspecify.annotations.Nullable;

/**
 * Which classes of a dump are collections, and where these keep their elements. Some 100
 * ns a class to fill.
 */
final class KnownCollections {

	// Of classes above each other: far more than anybody writes.
	private static final int MAX_DEPTH = 1000;

	private final HeapGraph graph;

	private final Map<Integer, CollectionClass> classByNumber = new HashMap<>();

	private final @Nullable KnownCollection[] knownByType;

	private final boolean[] referenceArrays;

	/**
	 * Look at all classes.
	 * @param graph the dump
	 */
	KnownCollections(HeapGraph graph) {
		this.graph = graph;
		ClassNumbers numbers = new ClassNumbers(graph);
		for (CollectionClass known : CollectionClass.ALL) {
			this.classByNumber.put(numbers.number(known.name()), known);
		}
		this.classByNumber.remove(ClassNumbers.NONE);
		int count = graph.totals().classes();
		this.knownByType = new @Nullable KnownCollection[count];
		this.referenceArrays = new boolean[count];
		for (int type = 0; type < count; type++) {
			this.knownByType[type] = find(type);
			this.referenceArrays[type] = isReferenceArray(graph.className(type));
		}
	}

	/**
	 * Return how instances of a class keep their elements.
	 * @param type number of the class
	 * @return how, {@code null} if they are no collections or unknown ones
	 */
	@Nullable KnownCollection get(int type) {
		return this.knownByType[type];
	}

	boolean isReferenceArray(int type) {
		return this.referenceArrays[type];
	}

	private @Nullable KnownCollection find(int type) {
		int above = type;
		for (int depth = 0; above >= 0 && depth < MAX_DEPTH; depth++) {
			CollectionClass known = this.classByNumber.get(above);
			if (known != null) {
				return known(type, known);
			}
			above = this.graph.superclass(above);
		}
		return null;
	}

	private @Nullable KnownCollection known(int type, CollectionClass known) {
		FieldPlace field = this.graph.field(type, known.name(), known.field());
		String sizeField = known.sizeField();
		FieldPlace size = (sizeField != null) ? this.graph.field(type, known.name(), sizeField) : null;
		return (field != null) ? new KnownCollection(known, field, size) : null;
	}

	private static boolean isReferenceArray(String name) {
		return name.endsWith("[]") && (name.indexOf('.') >= 0 || name.endsWith("[][]") || !isPrimitive(name));
	}

	private static boolean isPrimitive(String name) {
		return switch (name) {
			case "boolean[]", "byte[]", "char[]", "short[]", "int[]", "long[]", "float[]", "double[]" -> true;
			default -> false;
		};
	}

	/**
	 * A collection whose fields are known.
	 *
	 * @param type how it keeps its elements
	 * @param field where what keeps them is
	 * @param size where the number of them is, {@code null} for nowhere
	 */
	record KnownCollection(CollectionClass type, FieldPlace field, @Nullable FieldPlace size) {

	}

}
