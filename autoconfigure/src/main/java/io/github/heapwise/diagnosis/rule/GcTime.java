package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * Looks for seconds of which pauses together take too much.
 */
final class GcTime extends CollectorRule {

	private static final double NANOS_PER_MILLI = 1e6;

	private static final long MILLIS_PER_SECOND = 1000;

	private static final long NANOS_PER_SECOND = 1_000_000_000;

	// A few bad seconds in some minutes are not what the application is slow by.
	private static final double OFTEN = 0.05;

	private final MemoryThresholds.GcTime thresholds;

	GcTime(MemoryThresholds.GcTime thresholds, Duration warmUp) {
		super("gc-time", "Time in pauses of the collector", warmUp);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, CollectorWork work) {
		Series perSecond = pausedMillis(work);
		double limit = this.thresholds.perSecond().toNanos() / NANOS_PER_MILLI;
		Evidence evidence = new Evidence("Pauses in the worst second", perSecond.max(), limit, "ms", work.span(),
				perSecond);
		long seconds = perSecond.values().filter((millis) -> millis > limit).count();
		return (seconds == 0) ? Judgement.passed(evidence) : found(work, seconds, evidence);
	}

	private Judgement found(CollectorWork work, long seconds, Evidence evidence) {
		boolean often = seconds >= Math.max(this.thresholds.seconds(), OFTEN * work.span().length().toSeconds());
		Severity severity = often ? work.atLeastWarning() : Severity.INFO;
		return FindingDraft
			.of(severity, FindingDraft.EFFECT / 2,
					"The collector stops the application for up to %.0f ms of a second, in %d of %d seconds"
						.formatted(evidence.observed(), seconds, work.span().length().toSeconds()))
			.evidence(evidence,
					new Evidence("Seconds above that", seconds, (double) this.thresholds.seconds(), "count",
							work.span(), null))
			.advice("Find out what the collector is busy with: much that is allocated, much that survives, or a heap that is almost full.",
					"It helped when no second has more than %s of pauses under the same load."
						.formatted(Quantity.millis(this.thresholds.perSecond().toNanos())))
			.foundInCollections("gc-time", "See what the collector did");
	}

	// A pause counts in each second that it touches, with its part.
	private static Series pausedMillis(CollectorWork work) {
		TimeSpan span = work.span();
		int seconds = (int) Math.max(1, span.length().toSeconds());
		double[] millis = new double[seconds];
		for (CollectionSignal pause : work.pauses()) {
			spread(millis, Duration.between(span.from(), pause.time()).toNanos(), pause.durationNanos());
		}
		Instant from = span.from();
		return new Series(
				LongStream.range(0, seconds).map((i) -> from.toEpochMilli() + i * MILLIS_PER_SECOND).toArray(),
				Arrays.copyOf(millis, seconds));
	}

	private static void spread(double[] millis, long fromNanos, long durationNanos) {
		long at = fromNanos;
		long left = durationNanos;
		while (left > 0 && at / NANOS_PER_SECOND < millis.length) {
			long part = Math.min(left, NANOS_PER_SECOND - at % NANOS_PER_SECOND);
			millis[(int) (at / NANOS_PER_SECOND)] += part / NANOS_PER_MILLI;
			at += part;
			left -= part;
		}
	}

}
