package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.heapwise.heapgraph.FieldValue;
import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.BasicType;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of the fields of objects, static ones of classes, and elements of arrays.
 */
final class FieldRows {

	private static final Map<Integer, String> TYPES = Map.of(BasicType.OBJECT, "object", BasicType.BOOLEAN, "boolean",
			BasicType.CHAR, "char", BasicType.FLOAT, "float", BasicType.DOUBLE, "double", BasicType.BYTE, "byte",
			BasicType.SHORT, "short", BasicType.INT, "int", BasicType.LONG, "long");

	private final HeapGraph graph;

	private final ObjectRows rows;

	private final boolean valuesShown;

	FieldRows(HeapGraph graph, ObjectRows rows, boolean valuesShown) {
		this.graph = graph;
		this.rows = rows;
		this.valuesShown = valuesShown;
	}

	/**
	 * Return a page of fields or elements.
	 * @param object number of the object
	 * @param length length of an array, -1 for what is none
	 * @param query which page; filters fields by their names
	 * @return the page
	 */
	Table<FieldRow> page(int object, long length, TableQuery query) throws IOException {
		if (length >= 0) {
			List<FieldValue> elements = (query.from() < length) ? this.graph.fields(object, query.from(), query.size())
					: List.of();
			return Table.of(elements, query, length, length).map(this::row);
		}
		Predicate<String> names = query.names();
		List<FieldValue> fields = this.graph.fields(object, 0, ReferringFields.MAX_FIELDS)
			.stream()
			.filter((field) -> names.test(field.name()))
			.toList();
		return Table.page(fields, query).map(this::row);
	}

	/**
	 * Return whether a field keeps alive what it refers to.
	 * @param graph the dump
	 * @param field the field
	 * @return whether it does, not if it is that of weak, soft and phantom references
	 */
	static boolean holds(HeapGraph graph, FieldValue field) {
		boolean weak = field.name().equals("referent")
				&& graph.className(field.declaringClass()).equals("java.lang.ref.Reference");
		return field.object() >= 0 && !weak;
	}

	private FieldRow row(FieldValue field) throws IOException {
		return new FieldRow(field.name(), this.graph.className(field.declaringClass()), type(field.type()),
				value(field.primitive()), (field.object() >= 0) ? this.rows.row(field.object()) : null,
				holds(this.graph, field));
	}

	private @Nullable String value(@Nullable Object primitive) {
		return (primitive != null && this.valuesShown) ? ObjectValues.text(primitive) : null;
	}

	private static String type(int type) {
		return TYPES.getOrDefault(type, "type " + type);
	}

}
