package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of a table that may have millions of rows.
 *
 * @param <R> the type of a row
 * @param rows the rows of this page, none beyond the last page
 * @param page number of this page, from 1 on
 * @param pages how many pages can be asked for, at least 1
 * @param totalRows how many rows there are that the filter lets through
 */
public record Table<R>(List<R> rows, int page, int pages, long totalRows) {

	public Table {
		rows = List.copyOf(rows);
	}

	/**
	 * Cut a page out of all rows.
	 * @param <R> the type of a row
	 * @param all all rows in their order
	 * @param query which page
	 * @return the page
	 */
	static <R> Table<R> page(List<R> all, TableQuery query) {
		int from = (int) Math.min(query.from(), all.size());
		int to = (int) Math.min(query.from() + query.size(), all.size());
		return of(all.subList(from, to), query, all.size(), all.size());
	}

	/**
	 * Describe a page.
	 * @param <R> the type of a row
	 * @param rows the rows of the page
	 * @param query which page it is
	 * @param totalRows how many rows there are
	 * @param maxRows how many of these can be asked for at most
	 * @return the page
	 */
	static <R> Table<R> of(List<R> rows, TableQuery query, long totalRows, long maxRows) {
		long pages = (Math.min(totalRows, maxRows) + query.size() - 1) / query.size();
		return new Table<>(rows, query.page(), (int) Math.min(Integer.MAX_VALUE, Math.max(1, pages)), totalRows);
	}

	/**
	 * Make other rows of these.
	 * @param <T> the type of the others
	 * @param maker makes a row of a row
	 * @return a page of the others
	 */
	<T> Table<T> map(RowMaker<R, T> maker) throws IOException {
		List<T> made = new ArrayList<>(this.rows.size());
		for (R row : this.rows) {
			made.add(maker.make(row));
		}
		return new Table<>(made, this.page, this.pages, this.totalRows);
	}

	/**
	 * Makes a row of a row.
	 *
	 * @param <R> the type of the one
	 * @param <T> the type of the other
	 */
	@FunctionalInterface
	interface RowMaker<R, T> {

		T make(R row) throws IOException;

	}

}
