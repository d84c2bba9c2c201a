package io.github.heapwise.diagnosis.autoconfigure;

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
 * whose middle lies in it, bytes of its seconds.
 */
final class AllocationReader {

	static final AllocationSignals NONE = signals(AllocationSummary.EMPTY, 0);

	private AllocationReader() {
	}

	static AllocationSignals read(@Nullable AllocationProfiler profiler, TimeSpan judged, Series bytesPerSecond) {
		AllocationSummary summary = (profiler != null) ? profiler.summary(judged.from(), judged.to())
				: AllocationSummary.EMPTY;
		return signals(summary, bytesPerSecond.within(judged).mean());
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
