package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Cost;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Occurrences;

/**
 * Looks for objects so large that G1 begins collections for them.
 */
final class Humongous extends CollectorRule {

	// Below, other collections are the problem.
	private static final double MIN_SHARE_OF_COLLECTIONS = 0.2;

	private static final double MUCH = 0.3;

	// Each of them begins a concurrent cycle, too: short pauses do not tell what that
	// costs.
	private static final double EAGER_PER_MINUTE = 90;

	private final int least;

	private final Cost cost;

	Humongous(Occurrences occurrences, Cost cost, CollectorWorks works) {
		super("humongous", "Very large objects", works);
		this.least = occurrences.humongousCollections();
		this.cost = cost;
	}

	@Override
	Judgement judge(Signals signals, CollectorWork work) {
		long begun = work.pauses().stream().filter(Causes::isHumongous).count();
		double outside = signals.allocations().outsideTlabRatio();
		Evidence collections = new Evidence("Collections begun for a very large object", begun, (double) this.least,
				"count", work.span(), work.pauseMillis())
			.drawnAs(CollectorWork.PAUSES, "ms", null);
		Evidence share = new Evidence("Share of bytes in large objects", outside, MUCH, "ratio", work.span(), null);
		boolean many = begun >= this.least && begun >= MIN_SHARE_OF_COLLECTIONS * work.pauses().size();
		return many ? found(signals, work, collections, share) : Judgement.passed(collections, share);
	}

	private Judgement found(Signals signals, CollectorWork work, Evidence collections, Evidence share) {
		Allocators who = Allocators.of(signals);
		String type = (who.type() != null) ? ", mostly '" + who.type().name() + "'" : "";
		return FindingDraft
			.of(severity(work, collections.observed()), FindingDraft.CAUSE - 0.1,
					"%s allocates objects larger than half a region of G1%s: %s began for them".formatted(
							who.subject("The application"), type,
							Quantity.count(Math.round(collections.observed()), "collection")))
			.evidence(collections,
					new Evidence("Such collections a minute", work.perMinute(collections.observed()), EAGER_PER_MINUTE,
							"count", work.span(), null))
			.evidence(work.costEvidence(this.cost, signals.trends().gcCpuRatio()))
			.evidence(share)
			.advice("Process what is large in parts: stream it, or page through it, instead of one array or text for all.",
					"Give collections and buffers the size they need: growing copies them, larger each time.",
					"Larger regions make fewer objects humongous ('-XX:G1HeapRegionSize', up to 32m).",
					"It helped when no collection has the cause 'G1 Humongous Allocation' under the same load.")
			.found("humongous", who.next(work.span()));
	}

	private Severity severity(CollectorWork work, double begun) {
		return (work.perMinute(begun) >= EAGER_PER_MINUTE) ? work.atLeastWarning() : work.severity(this.cost);
	}

}
