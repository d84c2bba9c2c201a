package io.github.heapwise.heapview;

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

}
