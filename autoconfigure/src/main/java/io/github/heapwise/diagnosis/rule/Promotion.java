package io.github.heapwise.diagnosis.rule;

import java.util.List;
import java.util.Objects;

import io.github.heapwise.diagnosis.CollectionSignal;

/**
 * What young collections moved to the old generation, and what of that died there. What
 * is there in the end lives, or may: a leak and an application that fills its caches
 * promote as well, and nothing of it dies.
 *
 * @param promotedBytes what was moved
 * @param diedBytes what of it was collected later
 */
record Promotion(double promotedBytes, double diedBytes) {

	static Promotion of(CollectorWork work) {
		double promoted = work.collections()
			.stream()
			.map(CollectionSignal::promotedBytes)
			.filter(Objects::nonNull)
			.mapToLong(Long::longValue)
			.sum();
		List<Long> old = work.collections()
			.stream()
			.filter((collection) -> collection.kind() != CollectionSignal.Kind.OTHER)
			.map(CollectionSignal::oldAfterBytes)
			.filter(Objects::nonNull)
			.toList();
		double grown = old.isEmpty() ? promoted : old.get(old.size() - 1) - old.get(0);
		return new Promotion(promoted, Math.max(0, Math.min(promoted, promoted - grown)));
	}

}
