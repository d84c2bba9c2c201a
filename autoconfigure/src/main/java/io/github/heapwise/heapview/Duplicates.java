package io.github.heapwise.heapview;

import org.jspecify.annotations.Nullable;

/**
 * Texts that are there several times. Only the copies of the worst are counted one by
 * one.
 *
 * @param strings how many reachable strings there are
 * @param distinctStrings how many different texts they have
 * @param bytes what they take, arrays included
 * @param wastedBytes what would be saved if each text were there once
 * @param unavailableReason why nothing is known, {@code null} where it is
 * @param table the texts
 */
public record Duplicates(long strings, long distinctStrings, long bytes, long wastedBytes,
		@Nullable String unavailableReason, Table<DuplicateRow> table) {

}
