package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.rule.MemoryThresholds.GcTime;

/**
 * How much of each second the application stood still for the collector.
 *
 * @param millis paused time of each second
 * @param bad how many seconds had more of it than they may
 * @param many how many are more than a few
 */
record PausedSeconds(Series millis, long bad, double many) {

	private static final double NANOS_PER_MILLI = 1e6;

	private static final long MILLIS_PER_SECOND = 1000;

	private static final long NANOS_PER_SECOND = 1_000_000_000;

	// A few bad seconds in some minutes are not what the application is slow by.
	private static final double OFTEN = 0.05;

	static PausedSeconds of(CollectorWork work, GcTime budget) {
		Series millis = millis(work);
		double allowed = millis(budget);
		long bad = millis.values().filter((paused) -> paused > allowed).count();
		return new PausedSeconds(millis, bad, Math.max(budget.seconds(), OFTEN * work.span().length().toSeconds()));
	}

	boolean often() {
		return this.bad >= this.many;
	}

	static double millis(GcTime budget) {
		return budget.perSecond().toNanos() / NANOS_PER_MILLI;
	}

	Evidence evidence(TimeSpan span, GcTime budget) {
		return new Evidence("Seconds with more than %s of pauses".formatted(NumberText.of(millis(budget), "ms")),
				this.bad, this.many, "count", span, null);
	}

	// A pause counts in each second that it touches, with its part.
	private static Series millis(CollectorWork work) {
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
