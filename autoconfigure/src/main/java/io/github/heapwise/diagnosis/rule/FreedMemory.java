package io.github.heapwise.diagnosis.rule;

import java.util.Arrays;
import java.util.List;

import io.github.heapwise.diagnosis.CollectionSignal;

/**
 * How much collections freed.
 */
final class FreedMemory {

	private FreedMemory() {
	}

	/**
	 * Return what a collection frees of what was used: the median.
	 * @param work the collections
	 * @return a ratio, 1 if there were none
	 */
	static double ratioOfUsed(CollectorWork work) {
		return median(measured(work).stream()
			.mapToDouble((collection) -> freed(collection) / Math.max(1.0, before(collection)))
			.toArray(), 1);
	}

	/**
	 * Return what a collection frees at least half of the time.
	 * @param work the collections
	 * @return bytes, 0 if there were none
	 */
	static double medianBytes(CollectorWork work) {
		return median(measured(work).stream().mapToDouble(FreedMemory::freed).toArray(), 0);
	}

	/**
	 * Return what is in use after a collection: the median.
	 * @param work the collections
	 * @return bytes, 0 if there were none
	 */
	static double medianLeftBytes(CollectorWork work) {
		return median(
				measured(work).stream().mapToDouble((collection) -> before(collection) - freed(collection)).toArray(),
				0);
	}

	static List<CollectionSignal> measured(CollectorWork work) {
		return work.collections()
			.stream()
			.filter((collection) -> collection.kind() != CollectionSignal.Kind.OTHER
					&& collection.heapBeforeBytes() != null && collection.heapAfterBytes() != null)
			.toList();
	}

	private static double freed(CollectionSignal collection) {
		Long after = collection.heapAfterBytes();
		return Math.max(0, before(collection) - ((after != null) ? after : 0));
	}

	private static double before(CollectionSignal collection) {
		Long before = collection.heapBeforeBytes();
		return (before != null) ? before : 0;
	}

	private static double median(double[] values, double ifNone) {
		Arrays.sort(values);
		return (values.length > 0) ? values[values.length / 2] : ifNone;
	}

}
