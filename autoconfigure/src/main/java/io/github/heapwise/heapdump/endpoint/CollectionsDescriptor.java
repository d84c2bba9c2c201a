package io.github.heapwise.heapdump.endpoint;

import java.util.List;

import io.github.heapwise.heapview.CollectionFill;
import io.github.heapwise.heapview.CollectionRow;
import io.github.heapwise.heapview.Table;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * How full collections are, as JSON.
 *
 * @param instances how many were looked at
 * @param wastedBytes what their free room takes together
 * @param rows a page of their classes
 * @param page number of this page, from 1 on
 * @param pages how many pages can be asked for, at least 1
 * @param totalRows how many classes there are that the filter lets through
 */
public record CollectionsDescriptor(long instances, long wastedBytes, List<CollectionRow> rows, int page, int pages,
		long totalRows) implements OperationResponseBody {

	static CollectionsDescriptor of(CollectionFill fill) {
		Table<CollectionRow> table = fill.table();
		return new CollectionsDescriptor(fill.instances(), fill.wastedBytes(), table.rows(), table.page(),
				table.pages(), table.totalRows());
	}

}
