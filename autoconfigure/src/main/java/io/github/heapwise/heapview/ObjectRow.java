package io.github.heapwise.heapview;

import org.jspecify.annotations.Nullable;

/**
 * An object, as it stands in every table.
 *
 * @param node names it, see {@link HeapNode}
 * @param className its class as in the source
 * @param represents the class that it stands for, {@code null} if it is no
 * {@code java.lang.Class}
 * @param length how many elements it has, {@code null} if it is no array
 * @param shallowBytes what it takes itself
 * @param retainedBytes what would be collectable without it; 0 if it is not reachable
 * @param retainedRatio the same as a part of all that is reachable
 * @param distance references from the nearest root, 1 for a root, 0 if it is not
 * reachable
 * @param dominated how many objects it dominates immediately
 * @param value what it says, shortened, for a text, a boxed primitive, a thread;
 * {@code null} for others and where values are not to be shown
 */
public record ObjectRow(String node, String className, @Nullable String represents, @Nullable Long length,
		long shallowBytes, long retainedBytes, double retainedRatio, int distance, int dominated,
		@Nullable String value) {

}
