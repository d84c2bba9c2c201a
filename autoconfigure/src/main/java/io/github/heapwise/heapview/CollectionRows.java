package io.github.heapwise.heapview;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The report about how full collections are, see {@link CollectionFill}.
 *
 * @param instances how many were looked at
 * @param wastedBytes what their free room takes together
 * @param rows classes that waste most
 */
record CollectionRows(long instances, long wastedBytes, List<CollectionRow> rows) {

	private static final TableOrder<CollectionRow> ORDER = TableOrder.of(CollectionRow::className)
		.number("wastedBytes", CollectionRow::wastedBytes)
		.number("instances", CollectionRow::instances)
		.number("empty", CollectionRow::empty)
		.number("sparse", CollectionRow::sparse)
		.by("fillRatio", Comparator.comparingDouble(CollectionRow::fillRatio))
		.name("className");

	/**
	 * Answer from this report.
	 * @param query which page
	 * @return the page
	 */
	CollectionFill page(TableQuery query) {
		Predicate<String> names = query.names();
		List<CollectionRow> rows = this.rows.stream()
			.filter((row) -> names.test(row.className()))
			.sorted(ORDER.of(query))
			.toList();
		return new CollectionFill(this.instances, this.wastedBytes, Table.page(rows, query));
	}

}
