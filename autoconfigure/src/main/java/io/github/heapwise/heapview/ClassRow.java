package io.github.heapwise.heapview;

import org.jspecify.annotations.Nullable;

/**
 * A class and what there is of it.
 *
 * @param node names all its instances, see {@link HeapNode}
 * @param name its name as in the source
 * @param loader class of its loader with the address of that, {@code null} for that of
 * the JVM
 * @param instances how many objects of just this class are reachable
 * @param shallowBytes what they take themselves
 * @param retainedBytes what would be collectable without them, nothing counted twice
 * @param distance references from the nearest root to the nearest of them, 1 for a root;
 * 0 if none is reachable
 */
public record ClassRow(String node, String name, @Nullable String loader, long instances, long shallowBytes,
		long retainedBytes, int distance) {

}
