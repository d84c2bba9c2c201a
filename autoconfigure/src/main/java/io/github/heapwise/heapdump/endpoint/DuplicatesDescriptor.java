package io.github.heapwise.heapdump.endpoint;

import java.util.List;

import io.github.heapwise.heapview.DuplicateRow;
import io.github.heapwise.heapview.Duplicates;
import io.github.heapwise.heapview.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Texts that are there several times, as JSON.
 *
 * @param strings how many reachable strings there are
 * @param distinctStrings how many different texts they have
 * @param bytes what they take, arrays included
 * @param wastedBytes what would be saved if each text were there once
 * @param unavailableReason why nothing is known, {@code null} where it is
 * @param rows a page of the texts
 * @param page number of this page, from 1 on
 * @param pages how many pages can be asked for, at least 1
 * @param totalRows how many texts are listed
 */
public record DuplicatesDescriptor(long strings, long distinctStrings, long bytes, long wastedBytes,
		@Nullable String unavailableReason, List<DuplicateRow> rows, int page, int pages,
		long totalRows) implements OperationResponseBody {

	static DuplicatesDescriptor of(Duplicates duplicates) {
		Table<DuplicateRow> table = duplicates.table();
		return new DuplicatesDescriptor(duplicates.strings(), duplicates.distinctStrings(), duplicates.bytes(),
				duplicates.wastedBytes(), duplicates.unavailableReason(), table.rows(), table.page(), table.pages(),
				table.totalRows());
	}

}
