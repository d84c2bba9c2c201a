package io.github.heapwise.heapgraph;

/**
 * A class and what there is of it.
 *
 * @param number its number in the index
 * @param name its name as in the source, such as {@code byte[]}
 * @param loader number of the object that is its loader, -1 for that of the JVM
 * @param instances how many objects of just this class are reachable
 * @param shallowBytes what they take themselves
 * @param retainedBytes what would be collectable without them, nothing counted twice
 * @param distance references from the nearest root to the nearest of them, 1 for a root;
 * 0 if none is reachable
 * @param unreachableInstances how many more are in the dump
 * @param unreachableBytes what these take themselves
 */
public record ClassSummary(int number, String name, int loader, long instances, long shallowBytes, long retainedBytes,
		int distance, long unreachableInstances, long unreachableBytes) {

}
