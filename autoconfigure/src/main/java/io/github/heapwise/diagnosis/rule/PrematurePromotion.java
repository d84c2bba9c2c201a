package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Signals;

/**
 * Looks for objects that live a little too long: they get into the old generation and die
 * there, where collecting them is dear.
 */
final class PrematurePromotion extends CollectorRule {

	// Of what does not die there, another rule has to tell.
	private static final double MIN_DIED_RATIO = 0.5;

	private final MemoryThresholds.Promotion thresholds;

	private final MemoryThresholds.Cost cost;

	PrematurePromotion(MemoryThresholds.Promotion thresholds, MemoryThresholds.Cost cost, CollectorWorks works) {
		super("premature-promotion", "Objects die in the old generation", works);
		this.thresholds = thresholds;
		this.cost = cost;
	}

	@Override
	Judgement judge(Signals signals, CollectorWork work) {
		Long max = signals.machine().heapMaxBytes();
		if (max == null || max <= 0) {
			return Judgement.undecided("The heap has no limit to compare with", null);
		}
		Promotion promotion = Promotion.of(work);
		Evidence evidence = new Evidence("Died in the old generation a minute, as a share of the heap",
				work.perMinute(promotion.diedBytes()) / max, this.thresholds.heapsPerMinute(), "ratio", work.span(),
				CollectorWork.series(work.of(CollectionSignal.Kind.YOUNG), PrematurePromotion::promoted))
			.drawnAs("Promoted by a collection", "bytes", null);
		boolean much = evidence.observed() >= this.thresholds.heapsPerMinute()
				&& promotion.diedBytes() >= MIN_DIED_RATIO * promotion.promotedBytes();
		return much ? found(signals, work, promotion, evidence) : Judgement.passed(evidence);
	}

	private Judgement found(Signals signals, CollectorWork work, Promotion promotion, Evidence evidence) {
		Allocators who = Allocators.of(signals);
		return FindingDraft.of(work.severity(this.cost), FindingDraft.MECHANISM + 0.1,
				"%s leaves objects that live a little too long: %s a minute get into the old generation and die there"
					.formatted(who.subject("The application"), NumberText.flow(work.perMinute(promotion.diedBytes()))))
			.confidence((who.function() != null) ? Confidence.MEDIUM : Confidence.LOW)
			.evidence(evidence)
			.evidence(work.costEvidence(this.cost, signals.trends().gcCpuRatio()))
			.advice("Hold less for the length of a request: stream results, and let go of what is not needed before a slow call.",
					"A larger heap gives objects more time to die young.",
					"It helped when less is promoted under the same load.")
			.found("generations", who.next(work.span()));
	}

	private static double promoted(CollectionSignal collection) {
		Long bytes = collection.promotedBytes();
		return (bytes != null) ? bytes : 0;
	}

}
