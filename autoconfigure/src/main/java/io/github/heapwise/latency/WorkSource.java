package io.github.heapwise.latency;

import java.util.List;

/**
 * Knows pools and event loops of the application. Asked once, when it is ready.
 */
public interface WorkSource {

	/**
	 * Find pools.
	 * @return the pools, those that serve requests first
	 */
	default List<Pool> pools() {
		return List.of();
	}

	/**
	 * Find event loops.
	 * @return the event loops
	 */
	default List<Loop> loops() {
		return List.of();
	}

}
