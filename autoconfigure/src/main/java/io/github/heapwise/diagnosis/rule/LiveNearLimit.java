package io.github.heapwise.diagnosis.rule;

import java.util.List;
import java.util.Objects;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.DumpSignal;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Cost;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Limits;

/**
 * Looks for a heap that is almost full of what is alive. What a collection left may be
 * garbage in part, above all beside ZGC: only what no later collection took counts.
 */
final class LiveNearLimit extends NamedRule {

	// Those of long ago left less because less was there.
	private static final int RECENT = 10;

	private final Limits limits;

	private final Cost cost;

	private final CollectorWorks works;

	LiveNearLimit(Limits limits, Cost cost, CollectorWorks works) {
		super("live-near-limit", "Live memory near the limit of the heap");
		this.limits = limits;
		this.cost = cost;
		this.works = works;
	}

	@Override
	public Judgement judge(Signals signals) {
		Long left = signals.survivors().liveBytes();
		Long max = signals.machine().heapMaxBytes();
		if (max == null || max <= 0) {
			return Judgement.undecided("The heap has no limit", null);
		}
		if (left == null) {
			return Judgement.undecided("The old generation was not collected yet: ask for a collection, or wait", null);
		}
		long live = Math.min(left, leastLeft(signals));
		double ratio = (double) live / max;
		Evidence evidence = new Evidence("Live memory, as a share of the heap's limit", ratio,
				this.limits.warningRatio(), "ratio", signals.window(), signals.survivors().floor())
			.drawnAs("What survives collections", "bytes", this.limits.warningRatio() * max);
		return (ratio < this.limits.warningRatio()) ? Judgement.passed(evidence) : found(severity(signals, ratio), live,
				max, evidence, DumpHolder.of(signals, "all that was alive", DumpSignal::heap));
	}

	private Judgement found(Severity severity, long live, long max, Evidence evidence, DumpHolder holder) {
		return FindingDraft
			.of(severity, FindingDraft.CAUSE,
					"The application needs %s of its %s of heap all the time: %s is left to work with%s".formatted(
							NumberText.size(live), NumberText.size(max), NumberText.size(max - live),
							holder.partClause()))
			.evidence(evidence)
			.evidence(holder.evidence())
			.advice("Look in a heap dump for what takes most, for collections that are hardly filled, and for texts that are there many times.",
					"Hold less: page through results, give caches a limit, and choose smaller structures.",
					"If all of it is needed, raise the heap's limit until a third of it is free after a collection.",
					"It helped when live memory is below %s of the limit."
						.formatted(Quantity.percent(this.limits.warningRatio())))
			.found("bloat", holder.next("Take a heap dump and look at what takes most"));
	}

	private Severity severity(Signals signals, double ratio) {
		return (ratio >= this.limits.criticalRatio() || this.works.of(signals).severity(this.cost) == Severity.CRITICAL)
				? Severity.CRITICAL : Severity.WARNING;
	}

	private static long leastLeft(Signals signals) {
		List<Long> left = signals.collections()
			.stream()
			.filter((collection) -> collection.kind() != CollectionSignal.Kind.OTHER)
			.map(CollectionSignal::heapAfterBytes)
			.filter(Objects::nonNull)
			.toList();
		return left.subList(Math.max(0, left.size() - RECENT), left.size())
			.stream()
			.mapToLong(Long::longValue)
			.min()
			.orElse(Long.MAX_VALUE);
	}

}
