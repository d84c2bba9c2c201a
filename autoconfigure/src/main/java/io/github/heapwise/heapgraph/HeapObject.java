package io.github.heapwise.heapgraph;

import org.jspecify.annotations.Nullable;

/**
 * An object of a dump.
 *
 * @param number its number in the index
 * @param id its id in the dump, the address it had
 * @param classNumber number of its class
 * @param className name of its class as in the source
 * @param represents name of the class that it stands for, {@code null} if it is no
 * {@code java.lang.Class}
 * @param length how many elements it has, -1 if it is no array
 * @param shallowBytes what it takes itself
 * @param retainedBytes what would be collectable without it; 0 if it is not reachable
 * @param distance references from the nearest root, 1 for a root, 0 if it is not
 * reachable
 */
public record HeapObject(int number, long id, int classNumber, String className, @Nullable String represents,
		long length, long shallowBytes, long retainedBytes, int distance) {

}
