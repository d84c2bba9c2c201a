package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Signals;

/**
 * Looks for collections back to back that free little: the heap is too small for what the
 * application does.
 */
final class HeapTooSmall extends CollectorRule {

	private static final int MIN_COLLECTIONS = 5;

	// Below, the young generation is small, not the heap.
	private static final double MIN_LEFT_RATIO = 0.5;

	private final MemoryThresholds.HeapTooSmall thresholds;

	HeapTooSmall(MemoryThresholds.HeapTooSmall thresholds, CollectorWorks works) {
		super("heap-too-small", "Heap too small", works);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, CollectorWork work) {
		Long max = signals.machine().heapMaxBytes();
		if (max == null || max <= 0) {
			return Judgement.undecided("The heap has no limit", null);
		}
		double freed = FreedMemory.medianBytes(work) / max;
		double left = FreedMemory.medianLeftBytes(work) / max;
		Evidence pauses = work.pauseEvidence(this.thresholds.pauseRatio());
		Evidence frees = new Evidence("Share of the heap that a collection frees", freed, this.thresholds.freedRatio(),
				"ratio", work.span(), null);
		boolean small = FreedMemory.measured(work).size() >= MIN_COLLECTIONS && left >= MIN_LEFT_RATIO
				&& freed < this.thresholds.freedRatio() && work.pauseRatio() >= this.thresholds.pauseRatio();
		return small ? found(work, max, left, frees, pauses) : Judgement.passed(frees, pauses);
	}

	private Judgement found(CollectorWork work, long max, double left, Evidence frees, Evidence pauses) {
		return FindingDraft.of(work.atLeastWarning(), FindingDraft.MECHANISM,
				"The heap of %s is too small: a collection frees only %s of it, so %d run a minute and take %s of the time"
					.formatted(NumberText.size(max), Quantity.percent(frees.observed()),
							Math.round(work.perMinute(work.pauses().size())), Quantity.percent(pauses.observed())))
			.evidence(frees, pauses,
					new Evidence("In use after a collection, as a share of the heap's limit", left, MIN_LEFT_RATIO,
							"ratio", work.span(), null))
			.advice("Raise the heap's limit ('-Xmx' or '-XX:MaxRAMPercentage') by half, and look again.",
					"If what survives grows, it is a leak, and a larger heap only delays it.",
					"It helped when collections are rarer and each frees a quarter of the heap or more.")
			.foundInCollections("heap-size", "See how much each collection frees");
	}

}
