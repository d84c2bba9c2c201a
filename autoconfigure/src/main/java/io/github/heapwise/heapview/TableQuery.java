package io.github.heapwise.heapview;

import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a table is wished for.
 *
 * @param page number of the page, from 1 on
 * @param size rows of a page
 * @param sort name of the column to sort by, {@code null} for the usual one
 * @param ascending whether the least comes first
 * @param filter part of a name, of any case; empty for all
 */
public record TableQuery(int page, int size, @Nullable String sort, boolean ascending, String filter) {

	/**
	 * Rows of a page at most.
	 */
	public static final int MAX_SIZE = 1000;

	/**
	 * The first page of a table in its usual order.
	 */
	public static final TableQuery FIRST = new TableQuery(1, 100, null, false, "");

	public TableQuery {
		if (page < 1) {
			throw new IllegalArgumentException("'page' must be positive but was %d".formatted(page));
		}
		if (size < 1 || size > MAX_SIZE) {
			throw new IllegalArgumentException("'size' must be from 1 to %d but was %d".formatted(MAX_SIZE, size));
		}
	}

	/**
	 * Return how many rows come before the page.
	 * @return rows
	 */
	long from() {
		return (this.page - 1L) * this.size;
	}

	/**
	 * Return what the filter lets through.
	 * @return whether a name does
	 */
	Predicate<String> names() {
		String part = this.filter.toLowerCase(Locale.ROOT);
		return part.isEmpty() ? (name) -> true : (name) -> name.toLowerCase(Locale.ROOT).contains(part);
	}

}
