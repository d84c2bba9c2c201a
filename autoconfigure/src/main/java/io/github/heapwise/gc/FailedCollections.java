package io.github.heapwise.gc;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts collections by events of which each of the collector's threads emits its own.
 * <p>
 * Not thread-safe.
 */
final class FailedCollections {

	private final Set<Integer> gcIds = new HashSet<>();

	private int highestGcId = -1;

	void add(int gcId) {
		if (gcId > this.highestGcId) {
			this.gcIds.add(gcId);
		}
	}

	/**
	 * Return the collections since the last call. One whose events are told in two parts
	 * is counted with the first.
	 * @return their number
	 */
	long sinceLastCall() {
		long collections = this.gcIds.size();
		this.gcIds.forEach((gcId) -> this.highestGcId = Math.max(this.highestGcId, gcId));
		this.gcIds.clear();
		return collections;
	}

}
