package io.github.heapwise.heapdump.endpoint;

import java.util.List;

import io.github.heapwise.heapview.Table;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A page of a table, as JSON.
 *
 * @param <R> the type of a row
 * @param rows the rows of this page, none beyond the last page
 * @param page number of this page, from 1 on
 * @param pages how many pages can be asked for, at least 1
 * @param totalRows how many rows there are that the filter lets through
 */
public record TableDescriptor<R>(List<R> rows, int page, int pages, long totalRows) implements OperationResponseBody {

	static <R> TableDescriptor<R> of(Table<R> table) {
		return new TableDescriptor<>(table.rows(), table.page(), table.pages(), table.totalRows());
	}

}
