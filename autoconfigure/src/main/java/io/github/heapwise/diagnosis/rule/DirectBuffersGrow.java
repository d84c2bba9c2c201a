package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

import io.github.heapwise.diagnosis.DumpSignal;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.Growth;
import org.jspecify.annotations.Nullable;

/**
 * Looks for buffers outside the heap that nobody gives back.
 */
final class DirectBuffersGrow extends GrowthRule {

	DirectBuffersGrow(Growth growth, Duration warmUp) {
		super("direct-buffers-grow", "Direct buffers grow", growth, warmUp, "bytes");
	}

	@Override
	Series series(Trends trends) {
		return trends.directBytes();
	}

	@Override
	double usedRatio(Signals signals) {
		Long max = signals.machine().directMaxBytes();
		return (max != null && max > 0) ? signals.trends().directBytes().last() / max : Double.NaN;
	}

	@Override
	Series usedRatios(Signals signals) {
		Long max = signals.machine().directMaxBytes();
		return (max != null) ? signals.trends().directBytes().map((bytes) -> bytes / max) : Series.EMPTY;
	}

	@Override
	Judgement grows(Signals signals, Rise rise, Evidence evidence) {
		Long max = signals.machine().directMaxBytes();
		DumpHolder holder = holder(signals);
		return found(Severity.WARNING, "Direct buffers grow by %s a minute: %s now%s"
			.formatted(NumberText.flow(rise.perMinute()), NumberText.size(rise.last()), limit(max)), evidence, holder);
	}

	@Override
	Judgement nearLimit(Signals signals, Evidence evidence) {
		return found(Severity.CRITICAL,
				"Direct buffers take %s%s: the next may fail with an OutOfMemoryError".formatted(
						NumberText.size(signals.trends().directBytes().last()),
						limit(signals.machine().directMaxBytes())),
				evidence, holder(signals));
	}

	private static Judgement found(Severity severity, String title, Evidence evidence, DumpHolder holder) {
		return FindingDraft.of(severity, FindingDraft.CAUSE, title + holder.countClause())
			.evidence(evidence)
			.evidence(holder.evidence())
			.advice("Look in a heap dump for who holds objects of 'java.nio.DirectByteBuffer'.",
					"Allocate buffers once and reuse them, and release those of Netty: a buffer is freed only after the collector has found its object dead.",
					"It helped when direct buffers stay level under the same load.")
			.found("direct-buffers", holder.next("Take a heap dump and look who holds the buffers"));
	}

	private static DumpHolder holder(Signals signals) {
		return DumpHolder.of(signals, "all direct buffers, views and mapped files included", DumpSignal::directBuffers);
	}

	private static String limit(@Nullable Long max) {
		return (max != null) ? " of at most " + NumberText.size(max) : "";
	}

}
