package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.Map;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
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
		return draft(Severity.WARNING, "Direct buffers grow by %s a minute: %s now%s"
			.formatted(Quantity.bytes(rise.perMinute()), Quantity.bytes(rise.last()), limit(max))).evidence(evidence)
			.found("direct-buffers", next());
	}

	@Override
	Judgement nearLimit(Signals signals, Evidence evidence) {
		return draft(Severity.CRITICAL,
				"Direct buffers take %s%s: the next may fail with an OutOfMemoryError".formatted(
						Quantity.bytes(signals.trends().directBytes().last()),
						limit(signals.machine().directMaxBytes())))
			.evidence(evidence)
			.found("direct-buffers", next());
	}

	private static FindingDraft draft(Severity severity, String title) {
		return FindingDraft.of(severity, FindingDraft.CAUSE, title)
			.advice("Look in a heap dump for who holds objects of 'java.nio.DirectByteBuffer'.",
					"Allocate buffers once and reuse them, and release those of Netty: a buffer is freed only after the collector has found its object dead.",
					"It helped when direct buffers stay level under the same load.");
	}

	private static NextStep next() {
		return new NextStep("Take a heap dump and look who holds the buffers", "heapdumps", Map.of());
	}

	private static String limit(@Nullable Long max) {
		return (max != null) ? " of at most " + Quantity.bytes(max) : "";
	}

}
