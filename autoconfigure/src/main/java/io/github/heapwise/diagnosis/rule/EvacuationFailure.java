package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.CollectorTroubles;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Occurrences;

/**
 * Looks for collections that found no room for what survived.
 */
final class EvacuationFailure extends NamedRule {

	private final int least;

	EvacuationFailure(Occurrences occurrences) {
		super("evacuation-failure", "No room for survivors");
		this.least = occurrences.evacuationFailures();
	}

	@Override
	public Judgement judge(Signals signals) {
		CollectorTroubles troubles = signals.troubles();
		if (!troubles.known()) {
			return Judgement.undecided("Flight Recorder does not record, and nobody else tells", null);
		}
		long failures = troubles.evacuationFailures() + troubles.promotionFailures();
		Evidence evidence = new Evidence("Collections that found no room for what survived", failures,
				(double) this.least, "count", signals.window(), null);
		if (failures == 0) {
			return Judgement.passed(evidence);
		}
		return FindingDraft
			.of((failures >= this.least) ? Severity.WARNING : Severity.INFO, FindingDraft.EFFECT,
					"%s found no room for what survived, and had to make some while the application stood still"
						.formatted(Quantity.count(failures, "collection")))
			.evidence(evidence)
			.advice("Raise the heap's limit, or hold less: it was full when the collection began.",
					"With G1, start to collect the old generation earlier ('-XX:InitiatingHeapOccupancyPercent'), or keep more in reserve ('-XX:G1ReservePercent').",
					"It helped when it does not happen any more under the same load.")
			.foundInCollections("evacuation-failure", "See the collections");
	}

}
