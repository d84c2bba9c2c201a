package io.github.heapwise.diagnosis.rule;

import java.util.Map;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Limits;

/**
 * Looks for a process that is about to be killed for using too much. One that is near its
 * limit and cannot grow any more only lives in a tight place.
 */
final class ContainerLimit extends NamedRule {

	private final Limits limits;

	ContainerLimit(Limits limits) {
		super("container-limit", "Limit of the process");
		this.limits = limits;
	}

	@Override
	public Judgement judge(Signals signals) {
		Long limit = signals.machine().limitBytes();
		double headroom = signals.trends().headroomBytes().last();
		if (limit == null || limit <= 0 || Double.isNaN(headroom)) {
			return Judgement.undecided("No limit is known, or what is left below it", null);
		}
		double used = Math.max(0, 1 - headroom / limit);
		Evidence evidence = new Evidence("Used of what the process may use", used, this.limits.warningRatio(), "ratio",
				signals.window(), signals.trends().headroomBytes().map((bytes) -> 1 - bytes / limit));
		return (used < this.limits.warningRatio()) ? Judgement.passed(evidence)
				: found(signals, limit, headroom, evidence);
	}

	private Judgement found(Signals signals, long limit, double headroom, Evidence evidence) {
		ProcessParts parts = ProcessParts.of(signals);
		Long heapMax = signals.machine().heapMaxBytes();
		double heapMayGrow = (heapMax != null) ? heapMax - parts.heapBytes() : Double.MAX_VALUE;
		Rise rise = Rise.of(signals.trends().residentBytes());
		boolean mayGrow = heapMayGrow > headroom || (rise != null && rise.steady() && rise.amount() > headroom);
		return FindingDraft
			.of(severity(evidence.observed(), mayGrow), FindingDraft.CAUSE - 0.05,
					"%s left below the limit of %s: %s".formatted(NumberText.size(headroom), NumberText.size(limit),
							outlook(signals, mayGrow)))
			.evidence(evidence)
			.evidence(parts.evidence(signals))
			.advice("Lower the heap's limit ('-XX:MaxRAMPercentage'), or raise that of the container.",
					"Limit the rest as well: '-XX:MaxDirectMemorySize', '-XX:MaxMetaspaceSize', and the number of threads.",
					"It helped when %s of the limit stay free under load."
						.formatted(Quantity.percent(1 - this.limits.warningRatio())))
			.found("container-limit", new NextStep("See what the process is made of", "memory", Map.of()));
	}

	private Severity severity(double used, boolean mayGrow) {
		if (used >= this.limits.criticalRatio()) {
			return mayGrow ? Severity.CRITICAL : Severity.WARNING;
		}
		return mayGrow ? Severity.WARNING : Severity.INFO;
	}

	private static String outlook(Signals signals, boolean mayGrow) {
		if (!mayGrow) {
			return "tight, but neither the heap nor the rest grows into it";
		}
		return (signals.machine().container() ? "the container" : "the process") + " is killed when that is used up";
	}

}
