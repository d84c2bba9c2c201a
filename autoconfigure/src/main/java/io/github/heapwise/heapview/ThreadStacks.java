package io.github.heapwise.heapview;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The report about threads, see {@link ThreadRow}.
 *
 * @param threads how many there are
 * @param rows those that hold most
 */
record ThreadStacks(long threads, List<ThreadRow> rows) {

	static final Report<ThreadStacks> REPORT = new Report<>("threads", ThreadStacks.class, ThreadReport::compute);

	private static final TableOrder<ThreadRow> ORDER = TableOrder.of(ThreadStacks::name)
		.by("heldBytes", Comparator.comparingLong(ThreadRow::heldBytes))
		.name("name");

	ThreadStacks {
		rows = List.copyOf(rows);
	}

	/**
	 * Answer from this report.
	 * @param query which page
	 * @return the page
	 */
	Table<ThreadRow> page(TableQuery query) {
		Predicate<String> names = query.names();
		List<ThreadRow> found = this.rows.stream()
			.filter((row) -> names.test(name(row)))
			.sorted(ORDER.of(query))
			.toList();
		Table<ThreadRow> page = Table.page(found, query);
		long unknown = query.filter().isEmpty() ? this.threads - this.rows.size() : 0;
		return new Table<>(page.rows(), page.page(), page.pages(), page.totalRows() + unknown);
	}

	private static String name(ThreadRow row) {
		String name = row.object().value();
		return (name != null) ? name : row.object().className();
	}

}
