package io.github.heapwise.memory.endpoint;

import java.util.List;

import io.github.heapwise.memory.HistoryRows;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the process held, as it is sent.
 *
 * @param intervalMillis time from row to row
 * @param nextSequence what to give as {@code since} next time
 * @param missed rows that are not kept any more
 * @param columns names of the values of a row
 * @param rows the rows
 */
record MemoryHistoryDescriptor(long intervalMillis, long nextSequence, long missed, List<String> columns,
		@Nullable Number[][] rows) implements OperationResponseBody {

	static MemoryHistoryDescriptor of(HistoryRows rows) {
		return new MemoryHistoryDescriptor(rows.interval().toMillis(), rows.next(), rows.missed(), rows.columns(),
				rows.rows());
	}

}
