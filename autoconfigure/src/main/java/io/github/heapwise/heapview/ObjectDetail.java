package io.github.heapwise.heapview;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An object from near.
 *
 * @param object the object
 * @param classNode names all instances of its class
 * @param loader class and address of the loader of its class, {@code null} for that of
 * the JVM
 * @param roots why it is alive by itself, none if it is not
 * @param dominators the objects without which it would be collectable, the nearest first,
 * at most 20
 * @param valuesShown whether values of primitives and texts are shown
 * @param fields its fields, or a page of its elements
 */
public record ObjectDetail(ObjectRow object, String classNode, @Nullable String loader, List<RootRow> roots,
		List<ObjectRow> dominators, boolean valuesShown, Table<FieldRow> fields) {

	public ObjectDetail {
		roots = List.copyOf(roots);
		dominators = List.copyOf(dominators);
	}

}
