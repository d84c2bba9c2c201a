package io.github.heapwise.latency;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows of the history.
 *
 * @param next number of the row that comes next
 * @param missed rows that were asked for but are not kept any more
 * @param columns names of the values of a row
 * @param rows the rows, in the order they came; {@code null} is a number that was not
 * measured
 */
public record LatencyRows(long next, long missed, List<String> columns, @Nullable Number[][] rows) {
}
