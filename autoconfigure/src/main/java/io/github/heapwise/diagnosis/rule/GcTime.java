package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;

/**
 * Looks for seconds of which pauses together take too much.
 */
final class GcTime extends CollectorRule {

	private final MemoryThresholds.GcTime thresholds;

	GcTime(MemoryThresholds.GcTime thresholds, CollectorWorks works) {
		super("gc-time", "Time in pauses of the collector", works);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, CollectorWork work) {
		PausedSeconds paused = PausedSeconds.of(work, this.thresholds);
		Evidence evidence = new Evidence("Pauses in the worst second", paused.millis().max(),
				PausedSeconds.millis(this.thresholds), "ms", work.span(), paused.millis());
		return (paused.bad() == 0) ? Judgement.passed(evidence) : found(work, paused, evidence);
	}

	private Judgement found(CollectorWork work, PausedSeconds paused, Evidence evidence) {
		Severity severity = paused.often() ? work.atLeastWarning() : Severity.INFO;
		return FindingDraft
			.of(severity, FindingDraft.EFFECT / 2,
					"The collector stops the application for up to %.0f ms of a second, in %d of %d seconds"
						.formatted(evidence.observed(), paused.bad(), work.span().length().toSeconds()))
			.evidence(evidence, paused.evidence(work.span(), this.thresholds))
			.advice("Find out what the collector is busy with: much that is allocated, much that survives, or a heap that is almost full.",
					"It helped when no second has more than %s of pauses under the same load."
						.formatted(NumberText.of(PausedSeconds.millis(this.thresholds), "ms")))
			.foundInCollections("gc-time", "See what the collector did");
	}

}
