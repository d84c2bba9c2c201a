package io.github.heapwise.gc;

/**
 * What survived collections and was not gone later, for each ten seconds with a
 * collection: what a trend rests on.
 *
 * @param epochMillis middle of each ten seconds, milliseconds since 1970, ascending
 * @param bytes the least that a collection left in them or later
 */
public record LiveFloor(long[] epochMillis, double[] bytes) {

	static final LiveFloor NONE = new LiveFloor(new long[0], new double[0]);

}
