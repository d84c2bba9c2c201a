package io.github.heapwise.gc;

import io.github.heapwise.jvm.PoolRole;

/**
 * Tells what concerns the old generation.
 */
final class OldGeneration {

	private OldGeneration() {
	}

	static boolean isPool(String name) {
		return PoolRole.of(name) == PoolRole.OLD;
	}

	/**
	 * Return whether a collection has taken garbage out of the old generation: only then
	 * what it left is near to what is alive.
	 * @param event the collection
	 * @return {@code false} for one of the young generation alone
	 */
	static boolean isCleanedBy(GcEvent event) {
		HeapChange heap = event.heap();
		if (heap == null) {
			return false;
		}
		return event.kind() != GcKind.YOUNG || heap.pools()
			.stream()
			.anyMatch((pool) -> isPool(pool.name()) && pool.afterBytes() < pool.beforeBytes());
	}

}
