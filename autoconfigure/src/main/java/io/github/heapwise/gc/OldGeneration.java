package io.github.heapwise.gc;

import io.github.heapwise.jvm.PoolRole;

/**
 * Tells what concerns the old generation.
 */
final class OldGeneration {

	// the one bean that says so by its name
	private static final String MAJOR_OF_ZGC = "ZGC Major Cycles";

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
		return switch (event.kind()) {
			case FULL, MIXED -> true;
			case CONCURRENT ->
				event.collector().equals(MAJOR_OF_ZGC) || (event.heap() != null && isCleaned(event.heap()));
			// G1 frees large arrays of the old generation in young pauses too: that says
			// nothing of the rest.
			case YOUNG, OTHER -> false;
		};
	}

	// The minor cycles of a collector with generations leave the old one as it is.
	private static boolean isCleaned(HeapChange heap) {
		boolean generations = heap.pools().stream().anyMatch((pool) -> PoolRole.of(pool.name()).isYoung());
		return !generations || heap.pools()
			.stream()
			.anyMatch((pool) -> isPool(pool.name()) && pool.afterBytes() < pool.beforeBytes());
	}

}
