package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

import io.github.heapwise.heapgraph.ClassSummary;
import io.github.heapwise.heapgraph.HeapGraph;

/**
 * The table of classes. Looks at all of them, 3 us each, and keeps some 150 bytes of each
 * while it sorts.
 */
final class ClassTableView {

	private static final TableOrder<ClassSummary> ORDER = TableOrder.of(ClassSummary::name)
		.number("retainedBytes", ClassSummary::retainedBytes)
		.number("shallowBytes", ClassSummary::shallowBytes)
		.number("instances", ClassSummary::instances)
		.number("distance", ClassSummary::distance)
		.name("name");

	private static final TableOrder<ClassSummary> UNREACHABLE_ORDER = TableOrder.of(ClassSummary::name)
		.number("shallowBytes", ClassSummary::unreachableBytes)
		.number("instances", ClassSummary::unreachableInstances)
		.name("name");

	private final HeapGraph graph;

	ClassTableView(HeapGraph graph) {
		this.graph = graph;
	}

	/**
	 * Return classes with reachable instances.
	 * @param query which page
	 * @return the page
	 */
	Table<ClassRow> reachable(TableQuery query) throws IOException {
		return page(query, (type) -> type.instances() > 0, ORDER)
			.map((type) -> new ClassRow(node(type), type.name(), LoaderTexts.of(this.graph, type.loader()),
					type.instances(), type.shallowBytes(), type.retainedBytes(), type.distance()));
	}

	/**
	 * Return classes with instances that are not reachable.
	 * @param query which page
	 * @return the page
	 */
	Table<UnreachableRow> unreachable(TableQuery query) throws IOException {
		return page(query, (type) -> type.unreachableInstances() > 0, UNREACHABLE_ORDER)
			.map((type) -> new UnreachableRow(node(type), type.name(), type.unreachableInstances(),
					type.unreachableBytes()));
	}

	private Table<ClassSummary> page(TableQuery query, Predicate<ClassSummary> wanted, TableOrder<ClassSummary> order) {
		Predicate<String> names = query.names();
		List<ClassSummary> rows = this.graph.classes()
			.stream()
			.filter((type) -> wanted.test(type) && names.test(type.name()))
			.sorted(order.of(query))
			.toList();
		return Table.page(rows, query);
	}

	private static String node(ClassSummary type) {
		return new HeapNode.AllInstances(type.number()).toString();
	}

}
