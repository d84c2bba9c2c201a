package io.github.heapwise.heapview;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The columns by which a table can be sorted, the usual one first. Rows that are equal
 * there come by their names.
 *
 * @param <R> the type of a row
 */
final class TableOrder<R> {

	private final Map<String, Comparator<R>> orderByColumn = new LinkedHashMap<>();

	private final Comparator<R> byName;

	private TableOrder(Function<R, String> name) {
		this.byName = Comparator.comparing(name);
	}

	/**
	 * Start with no column.
	 * @param <R> the type of a row
	 * @param name tells the name of a row
	 * @return an order
	 */
	static <R> TableOrder<R> of(Function<R, String> name) {
		return new TableOrder<>(name);
	}

	/**
	 * Add a column of numbers.
	 * @param column its name
	 * @param value tells the number in a row
	 * @return this order
	 */
	TableOrder<R> number(String column, ToLongFunction<R> value) {
		return by(column, Comparator.comparingLong(value));
	}

	/**
	 * Add the column of names.
	 * @param column its name
	 * @return this order
	 */
	TableOrder<R> name(String column) {
		return by(column, this.byName);
	}

	TableOrder<R> by(String column, Comparator<R> order) {
		this.orderByColumn.put(column, order);
		return this;
	}

	/**
	 * Return the order that is wished for.
	 * @param query what is wished for
	 * @return the order of rows
	 * @throws IllegalArgumentException if the table cannot be sorted by that
	 */
	Comparator<R> of(TableQuery query) {
		String column = (query.sort() != null) ? query.sort() : this.orderByColumn.keySet().iterator().next();
		Comparator<R> order = this.orderByColumn.get(column);
		if (order == null) {
			throw new IllegalArgumentException(
					"'sort' must be one of %s but was '%s'".formatted(this.orderByColumn.keySet(), column));
		}
		return (query.ascending() ? order : order.reversed()).thenComparing(this.byName);
	}

}
