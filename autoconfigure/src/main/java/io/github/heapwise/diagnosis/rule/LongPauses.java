package io.github.heapwise.diagnosis.rule;

import java.util.Comparator;
import java.util.List;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;

/**
 * Looks for single pauses that requests notice. Not those that somebody asked for.
 */
final class LongPauses extends CollectorRule {

	private static final double NANOS_PER_MILLI = 1e6;

	private static final int SEVERAL = 2;

	private final MemoryThresholds.LongPauses thresholds;

	LongPauses(MemoryThresholds.LongPauses thresholds, CollectorWorks works) {
		super("long-pauses", "Long pauses of the collector", works);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, CollectorWork work) {
		long longestNanos = work.pauses().stream().mapToLong(CollectionSignal::durationNanos).max().orElse(0);
		Evidence evidence = new Evidence("Longest pause", longestNanos / NANOS_PER_MILLI,
				(double) this.thresholds.pause().toMillis(), "ms", work.span(), work.pauseMillis());
		List<CollectionSignal> tooLong = work.pauses()
			.stream()
			.filter((pause) -> pause.durationNanos() > this.thresholds.pause().toNanos())
			.toList();
		return tooLong.isEmpty() ? Judgement.passed(evidence) : found(work, tooLong, evidence);
	}

	private Judgement found(CollectorWork work, List<CollectionSignal> tooLong, Evidence evidence) {
		CollectionSignal longest = tooLong.stream()
			.max(Comparator.comparingLong(CollectionSignal::durationNanos))
			.orElseThrow();
		boolean intolerable = longest.durationNanos() >= this.thresholds.intolerable().toNanos();
		return FindingDraft
			.of((intolerable || tooLong.size() >= SEVERAL) ? work.atLeastWarning() : Severity.INFO, FindingDraft.EFFECT,
					"The collector stopped the whole application for %s ('%s')%s"
						.formatted(Quantity.millis(longest.durationNanos()), longest.cause(), others(tooLong.size())))
			.evidence(evidence,
					new Evidence("Pauses longer than that", tooLong.size(), (double) SEVERAL, "count", work.span(),
							null))
			.advice(advice(longest.kind()),
					"ZGC ('-XX:+UseZGC') hardly stops the application, for more CPU time and memory.",
					"It helped when the longest pause under the same load is below %s."
						.formatted(Quantity.millis(this.thresholds.pause().toNanos())))
			.foundInCollections("pauses", "See the pauses, and what each collected");
	}

	private static String others(int count) {
		return (count > 1) ? ", and too long %s more".formatted(Quantity.count(count - 1, "time")) : " once";
	}

	private static String advice(CollectionSignal.Kind kind) {
		return (kind == CollectionSignal.Kind.FULL)
				? "A full collection takes longer the more is alive: avoid it by holding less, or by a larger heap."
				: "A pause takes longer the more survives it: do not hold much for the length of a request, such as lists of all results.";
	}

}
