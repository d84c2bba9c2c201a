package io.github.heapwise.memory;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows of the history.
 *
 * @param interval time from one row to the next, unless the process slept
 * @param next number of the row that comes next
 * @param missed rows that were asked for but are not kept any more
 * @param columns names of the values of a row
 * @param rows the rows, in the order they came; {@code null} is a number that could not
 * be had
 */
public record HistoryRows(Duration interval, long next, long missed, List<String> columns, @Nullable Number[][] rows) {
}
