package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.allocation.AllocationProfiler;
import io.github.heapwise.allocation.AllocationSummary;
import io.github.heapwise.allocation.AllocationSummary.NamedBytes;
import io.github.heapwise.diagnosis.AllocationSignals;
import io.github.heapwise.diagnosis.AllocationSignals.Share;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Reads who allocates in the time that is judged: functions and classes of the buckets
 * whose middle lies in it, bytes of its seconds. Functions and classes are up to half a
 * minute old where there were samples enough: adding them up is what costs most of all
 * signals, and who comes first does not change from one second to the next.
 * <p>
 * Thread-safe.
 */
final class AllocationReader {

	static final AllocationSignals NONE = signals(AllocationSummary.EMPTY, 0);

	private static final Duration KEPT = Duration.ofSeconds(30);

	private static final long ENOUGH_SAMPLES = 200;

	private final @Nullable AllocationProfiler profiler;

	private @Nullable TimeSpan span;

	private AllocationSummary summary = AllocationSummary.EMPTY;

	AllocationReader(@Nullable AllocationProfiler profiler) {
		this.profiler = profiler;
	}

	AllocationSignals read(TimeSpan judged, Series bytesPerSecond) {
		AllocationSummary known = (this.profiler != null) ? summary(this.profiler, judged) : AllocationSummary.EMPTY;
		return signals(known, bytesPerSecond.within(judged).mean());
	}

	private synchronized AllocationSummary summary(AllocationProfiler source, TimeSpan judged) {
		boolean enough = this.summary.samples() >= ENOUGH_SAMPLES;
		if (!enough || this.span == null || !isNear(this.span.from(), judged.from())
				|| !isNear(this.span.to(), judged.to())) {
			this.summary = source.summary(judged.from(), judged.to());
			this.span = judged;
		}
		return this.summary;
	}

	private static boolean isNear(Instant one, Instant other) {
		return Duration.between(one, other).abs().compareTo(KEPT) < 0;
	}

	/**
	 * Make signals of a summary.
	 * @param summary what samples tell
	 * @param bytesPerSecond what counters tell, not a number where they do not
	 * @return the signals
	 */
	static AllocationSignals signals(AllocationSummary summary, double bytesPerSecond) {
		double sampledPerSecond = 1e3 * summary.bytes() / Math.max(1, summary.recorded().toMillis());
		return new AllocationSignals(summary.samples(),
				Double.isNaN(bytesPerSecond) ? sampledPerSecond : bytesPerSecond,
				shares(summary.functions(), summary.bytes()), shares(summary.types(), summary.bytes()),
				Math.min(1, ratio(summary.outsideTlabBytes(), summary.bytes())));
	}

	private static List<Share> shares(List<NamedBytes> parts, long whole) {
		return parts.stream().map((part) -> new Share(part.name(), ratio(part.bytes(), whole))).toList();
	}

	private static double ratio(long part, long whole) {
		return (double) part / Math.max(1, whole);
	}

}
