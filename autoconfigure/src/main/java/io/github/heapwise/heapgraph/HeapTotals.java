package io.github.heapwise.heapgraph;

import org.jspecify.annotations.Nullable;

/**
 * A dump in a few numbers.
 *
 * @param objects objects in the dump
 * @param reachableObjects those that a root keeps alive
 * @param classes classes
 * @param roots reasons for which objects are alive
 * @param referenceBytes size of a reference in the heap
 * @param headerBytes what an object began with in the heap
 * @param truncation how the dump ends too early, {@code null} if it does not
 */
public record HeapTotals(int objects, int reachableObjects, int classes, long roots, int referenceBytes,
		int headerBytes, @Nullable String truncation) {

}
