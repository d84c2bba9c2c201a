package io.github.heapwise.heapview;

import org.jspecify.annotations.Nullable;

/**
 * A text that is there several times.
 *
 * @param node names one of its copies
 * @param length its length in characters
 * @param copies how many strings have it in arrays of their own
 * @param bytes what all copies take, arrays included
 * @param wastedBytes what all but one of them take
 * @param value the text, shortened, {@code null} where values are not to be shown
 */
public record DuplicateRow(String node, int length, long copies, long bytes, long wastedBytes, @Nullable String value) {

}
