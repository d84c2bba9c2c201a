package io.github.heapwise.heapdump.endpoint;

import java.util.List;
import java.util.Set;

import io.github.heapwise.endpoint.Parameter;
import io.github.heapwise.endpoint.Parsed;
import io.github.heapwise.endpoint.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Columns that a table can be sorted by. Names go from A to Z and distances from near to
 * far, all else from much to little; with {@code -} before it the other way round.
 *
 * @param names the usual one first
 */
record SortColumns(List<String> names) {

	static final SortColumns NONE = of();

	private static final String REVERSED = "-";

	private static final Set<String> ASCENDING = Set.of("name", "className", "distance");

	SortColumns {
		names = List.copyOf(names);
	}

	static SortColumns of(String... names) {
		return new SortColumns(List.of(names));
	}

	/**
	 * Read by what a client wants a table to be sorted.
	 * @param sort the parameter
	 * @return the order, the usual one where the parameter is absent
	 */
	Parsed<Order> order(Parameter sort) {
		String value = sort.value();
		if (value == null) {
			return Parsed.of(Order.USUAL);
		}
		Order order = parse(value);
		return (order != null) ? Parsed.of(order) : Parsed.problem(Problem.invalid(sort.name(), value, this.names,
				"be one of %s, with - before it for the other way round,".formatted(String.join(", ", this.names))));
	}

	private @Nullable Order parse(String text) {
		boolean reversed = text.startsWith(REVERSED);
		String column = reversed ? text.substring(REVERSED.length()) : text;
		return this.names.contains(column) ? new Order(column, ASCENDING.contains(column) != reversed) : null;
	}

	/**
	 * An order of rows.
	 *
	 * @param column the column, {@code null} for the usual one
	 * @param ascending whether the least comes first
	 */
	record Order(@Nullable String column, boolean ascending) {

		static final Order USUAL = new Order(null, false);

	}

}
