package io.github.heapwise.heapview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.github.heapwise.heapgraph.ClassSummary;
import io.github.heapwise.heapgraph.HeapGraph;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two dumps, by the names of classes.
 */
final class ComparisonView {

	private static final TableOrder<ComparisonRow> ORDER = TableOrder.of(ComparisonRow::name)
		.number("deltaShallowBytes", (row) -> Math.abs(row.deltaShallowBytes()))
		.number("deltaRetainedBytes", (row) -> Math.abs(row.deltaRetainedBytes()))
		.number("deltaInstances", (row) -> Math.abs(row.deltaInstances()))
		.name("name");

	private final HeapGraph graph;

	private final HeapGraph baseline;

	/**
	 * Prepare to compare.
	 * @param graph this dump
	 * @param baseline the other one
	 */
	ComparisonView(HeapGraph graph, HeapGraph baseline) {
		this.graph = graph;
		this.baseline = baseline;
	}

	Table<ComparisonRow> page(TableQuery query) {
		Predicate<String> filter = query.names();
		Map<String, ClassSums> here = ClassSums.byName(this.graph, filter);
		Map<String, ClassSums> there = ClassSums.byName(this.baseline, filter);
		Set<String> names = new HashSet<>(here.keySet());
		names.addAll(there.keySet());
		List<ComparisonRow> rows = new ArrayList<>();
		for (String name : names) {
			ClassSums now = here.getOrDefault(name, ClassSums.NONE);
			ClassSums before = there.getOrDefault(name, ClassSums.NONE);
			if (differ(now, before)) {
				rows.add(row(name, now, before));
			}
		}
		rows.sort(ORDER.of(query));
		return Table.page(rows, query);
	}

	private static boolean differ(ClassSums now, ClassSums before) {
		return now.instances() != before.instances() || now.shallowBytes() != before.shallowBytes()
				|| now.retainedBytes() != before.retainedBytes();
	}

	private static ComparisonRow row(String name, ClassSums now, ClassSums before) {
		return new ComparisonRow(node(now.largest()), name, change(now, before), now.instances(), before.instances(),
				now.instances() - before.instances(), now.shallowBytes() - before.shallowBytes(),
				now.retainedBytes() - before.retainedBytes());
	}

	// Of arrays there may be as many, but larger ones.
	private static String change(ClassSums now, ClassSums before) {
		if (before.instances() == 0) {
			return "new";
		}
		if (now.instances() == 0) {
			return "gone";
		}
		int order = (now.instances() != before.instances()) ? Long.compare(now.instances(), before.instances())
				: Long.compare(now.shallowBytes(), before.shallowBytes());
		return (order > 0) ? "grown" : (order < 0) ? "shrunk" : "same";
	}

	private static @Nullable String node(@Nullable ClassSummary type) {
		return (type != null) ? new HeapNode.AllInstances(type.number()).toString() : null;
	}

}
