package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import io.github.heapwise.heapgraph.FieldValue;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapObject;
import io.github.heapwise.hprof.MalformedDumpException;

/**
 * Tells by which fields or elements an object refers to another, and names in angle
 * brackets what is no field: the class of an object, the loader of a class. Some 200 us;
 * of large arrays only as much is read as a budget allows.
 * <p>
 * Not thread-safe.
 */
final class ReferringFields {

	/**
	 * Fields of an object, or static ones of a class, that are looked at. No source file
	 * has as many.
	 */
	static final int MAX_FIELDS = 10_000;

	// 40 ms.
	private static final long MAX_ELEMENTS = 8_000_000;

	private static final String CLASS = "java.lang.Class";

	private final HeapGraph graph;

	private long elementsLeft = MAX_ELEMENTS;

	ReferringFields(HeapGraph graph) {
		this.graph = graph;
	}

	/**
	 * Find fields.
	 * @param holder number of the object that refers to the other
	 * @param target number of the other object
	 * @param limit how many to return at most
	 * @return names of fields; elements as {@code [7]}; none if the budget is used up
	 */
	List<String> names(int holder, int target, int limit) throws IOException {
		HeapObject object = this.graph.object(holder);
		try {
			return (object.length() >= 0) ? elements(object, target, limit) : fields(object, target, limit);
		}
		catch (MalformedDumpException ex) {
			// It is one of many in a table or on a way, and the others are right.
			return List.of("<damaged>");
		}
	}

	private List<String> fields(HeapObject holder, int target, int limit) throws IOException {
		List<String> fields = this.graph.fields(holder.number(), 0, MAX_FIELDS)
			.stream()
			.filter((field) -> field.object() == target && FieldRows.holds(this.graph, field))
			.map(FieldValue::name)
			.limit(limit)
			.toList();
		return fields.isEmpty() ? List.of(label(holder, target)) : fields;
	}

	private List<String> elements(HeapObject array, int target, int limit) throws IOException {
		long looked = Math.min(array.length(), this.elementsLeft);
		this.elementsLeft -= looked;
		long[] found = this.graph.elementsReferringTo(array.number(), target, limit, looked);
		if (found.length == 0 && looked == array.length()) {
			return List.of("<class>");
		}
		return Arrays.stream(found).mapToObj("[%d]"::formatted).toList();
	}

	private String label(HeapObject holder, int target) {
		boolean aClass = this.graph.className(this.graph.classOf(target)).equals(CLASS);
		if (holder.represents() != null) {
			return aClass ? "<superclass>" : "<class loader>";
		}
		return aClass ? "<class>" : "<local variable>";
	}

}
