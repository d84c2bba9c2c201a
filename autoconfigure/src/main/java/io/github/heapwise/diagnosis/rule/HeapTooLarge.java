package io.github.heapwise.diagnosis.rule;

import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;

/**
 * Looks for a heap that fits into its container only as long as it does not grow to its
 * limit. Only then is it a fault of the settings, and not of today's use.
 */
final class HeapTooLarge extends NamedRule {

	// Already this near, the next rise may be the last.
	private static final double MOSTLY_GROWN = 0.5;

	HeapTooLarge() {
		super("heap-too-large", "Heap too large for its container");
	}

	@Override
	public Judgement judge(Signals signals) {
		Long limit = signals.machine().limitBytes();
		Long max = signals.machine().heapMaxBytes();
		if (limit == null || limit <= 0 || max == null || signals.trends().residentBytes().isEmpty()) {
			return Judgement.undecided("The limits of the heap and the process are not known", null);
		}
		ProcessParts parts = ProcessParts.of(signals);
		double whole = (max + parts.otherBytes()) / limit;
		Evidence evidence = new Evidence("Heap at its limit and everything else, as a share of the process's limit",
				whole, 1.0, "ratio", signals.window(), null);
		if (!signals.machine().container() || whole <= 1) {
			return Judgement.passed(evidence);
		}
		return found(signals, parts, max, limit, evidence);
	}

	private static Judgement found(Signals signals, ProcessParts parts, long max, long limit, Evidence evidence) {
		boolean soon = parts.heapBytes() >= MOSTLY_GROWN * max;
		return FindingDraft
			.of((soon || max >= limit) ? Severity.WARNING : Severity.INFO, FindingDraft.CAUSE - 0.1,
					"The heap may grow to %s, and %s more are in use: the container is killed above %s"
						.formatted(NumberText.size(max), NumberText.size(parts.otherBytes()), NumberText.size(limit)))
			.confidence(Confidence.HIGH)
			.evidence(evidence)
			.evidence(parts.evidence(signals))
			.advice("Lower the heap's limit to %s ('-Xmx' or '-XX:MaxRAMPercentage'), or raise that of the container."
				.formatted(NumberText.size(Math.max(0, 0.95 * limit - parts.otherBytes()))),
					"It helped when the heap at its limit and everything else fit into the container.")
			.found("heap-size", new NextStep("See what the process is made of", "memory", Map.of()));
	}

}
