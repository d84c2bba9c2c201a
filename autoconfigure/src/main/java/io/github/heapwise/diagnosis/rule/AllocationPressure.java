package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.AllocationSignals;
import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Cost;

/**
 * Looks for allocation that costs: the collector is busy because much is allocated that
 * soon dies. To allocate fast is fine as long as it costs little.
 */
final class AllocationPressure extends CollectorRule {

	// Below, the collector has other reasons to be busy.
	private static final double MIN_FREED_RATIO = 0.3;

	private final Cost cost;

	AllocationPressure(Cost cost, CollectorWorks works) {
		super("allocation-pressure", "Allocation keeps the collector busy", works);
		this.cost = cost;
	}

	@Override
	Judgement judge(Signals signals, CollectorWork work) {
		Evidence pauses = work.pauseEvidence(this.cost);
		Evidence cpu = work.cpuEvidence(this.cost, signals.trends().gcCpuRatio());
		Evidence freed = new Evidence("Share of the heap that a collection frees", FreedMemory.ratioOfUsed(work),
				MIN_FREED_RATIO, "ratio", work.span(), null);
		if (!work.costs(this.cost) || freed.observed() < MIN_FREED_RATIO) {
			return Judgement.passed(pauses, cpu, freed);
		}
		return found(signals, work, pauses, cpu);
	}

	private Judgement found(Signals signals, CollectorWork work, Evidence pauses, Evidence cpu) {
		AllocationSignals allocations = signals.allocations();
		Allocators who = Allocators.of(signals);
		Evidence rate = new Evidence("Allocated bytes", allocations.bytesPerSecond(), null, "bytes/s", work.span(),
				signals.trends().allocatedBytesPerSecond().within(work.span()));
		boolean stopped = work.pauseRatio() >= this.cost.pauseRatio();
		return FindingDraft.of(work.severity(this.cost), FindingDraft.MECHANISM, title(allocations, who, work, stopped))
			.confidence((who.function() != null) ? Confidence.HIGH : Confidence.MEDIUM)
			.evidence(stopped ? pauses : cpu, rate, stopped ? cpu : pauses)
			.advice("Allocate less where most is allocated: reuse results, avoid copies, boxing and intermediate collections, and stream what is large.",
					"If most of it dies young, a larger heap makes collections rarer.",
					"It helped when bytes per request fall, and with them the time of the collector.")
			.found("churn", who.next(work.span()));
	}

	private static String title(AllocationSignals allocations, Allocators who, CollectorWork work, boolean stopped) {
		String effect = stopped
				? "the collector stops the application for %s of the time"
					.formatted(Quantity.percent(work.pauseRatio()))
				: "the collector uses %s of its CPU time".formatted(Quantity.percent(work.cpuRatio()));
		String share = (who.function() != null) ? Quantity.percent(who.function().ratio()) + " of " : "";
		return "%s allocates %s%s a second, and %s".formatted(who.subject("The application"), share,
				NumberText.flow(allocations.bytesPerSecond()), effect);
	}

}
