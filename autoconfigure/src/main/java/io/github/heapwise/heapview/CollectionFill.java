package io.github.heapwise.heapview;

/**
 * How full collections are.
 *
 * @param instances how many were looked at
 * @param wastedBytes what their free room takes together
 * @param table by class
 */
public record CollectionFill(long instances, long wastedBytes, Table<CollectionRow> table) {

}
