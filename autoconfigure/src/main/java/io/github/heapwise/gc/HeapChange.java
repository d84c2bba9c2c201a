package io.github.heapwise.gc;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a collection did to the heap.
 *
 * @param beforeBytes used bytes before
 * @param afterBytes used bytes after
 * @param committedBeforeBytes size of the heap before
 * @param committedBytes size of the heap after
 * @param promotedBytes bytes by which the old generation grew, {@code null} where the
 * collection was none of the young generation
 * @param pools the same by pool of the heap
 */
public record HeapChange(long beforeBytes, long afterBytes, long committedBeforeBytes, long committedBytes,
		@Nullable Long promotedBytes, List<PoolChange> pools) {

	public HeapChange {
		pools = List.copyOf(pools);
	}

}
