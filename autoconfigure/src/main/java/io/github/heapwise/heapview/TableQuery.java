package io.github.heapwise.heapview;

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

	long from() {
		return (this.page - 1L) * this.size;
	}

}
