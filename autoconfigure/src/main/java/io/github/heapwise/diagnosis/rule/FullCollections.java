package io.github.heapwise.diagnosis.rule;

import java.util.List;
import java.util.Set;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Occurrences;

/**
 * Looks for full collections. Serial and Parallel have no other way to clean the old
 * generation: with them only many are a sign, with the others each is a last resort.
 */
final class FullCollections extends CollectorRule {

	private static final Set<String> ONLY_WAY = Set.of("Serial", "Parallel");

	private final double perMinute;

	FullCollections(Occurrences occurrences, CollectorWorks works) {
		super("full-collections", "Full collections", works);
		this.perMinute = occurrences.fullCollectionsPerMinute();
	}

	@Override
	Judgement judge(Signals signals, CollectorWork work) {
		List<CollectionSignal> full = work.of(CollectionSignal.Kind.FULL);
		boolean usual = ONLY_WAY.contains(signals.machine().collector());
		// A short span would make many of one.
		double rate = Math.min(full.size(), work.perMinute(full.size()));
		double limit = usual ? this.perMinute : 0;
		Evidence evidence = new Evidence("Full collections a minute", rate, limit, "count", work.span(),
				CollectorWork.series(full, (collection) -> collection.durationNanos() / 1e6))
			.drawnAs("Length of full collections", "ms", null);
		return (full.isEmpty() || rate <= limit) ? Judgement.passed(evidence) : found(work, full, usual, evidence);
	}

	private Judgement found(CollectorWork work, List<CollectionSignal> full, boolean usual, Evidence evidence) {
		long nanos = full.stream().mapToLong(CollectionSignal::durationNanos).sum();
		String why = usual ? "the old generation fills again and again"
				: "the collector did not keep up, and everything had to wait";
		return FindingDraft
			.of(work.atLeastWarning(), FindingDraft.EFFECT + 0.1,
					"%s in %s ('%s'), %s together: %s".formatted(Quantity.count(full.size(), "full collection"),
							Quantity.length(evidence.span().length()), full.get(full.size() - 1).cause(),
							Quantity.millis(nanos), why))
			.evidence(evidence)
			.advice("Look first at whether live memory is near the limit of the heap: then hold less, or raise the limit.",
					"If most of the old generation was garbage, let less get there: objects that live as long as a request should be few or small.",
					"It helped when there is none any more under the same load, or few with Serial and Parallel.")
			.foundInCollections("full-collections", "See the full collections, and what each freed");
	}

}
