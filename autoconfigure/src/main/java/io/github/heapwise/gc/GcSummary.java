package io.github.heapwise.gc;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The collections of the last minutes, together.
 *
 * @param window the time it covers, shorter than asked for where events of that time are
 * no longer kept
 * @param pauses number of pauses
 * @param pauseRatio share of the time that was spent in them, from 0 to 1
 * @param longestPauseNanos the longest, 0 without any
 * @param p50Nanos half of the pauses were at most this long
 * @param p99Nanos 99 % of the pauses were at most this long
 * @param allocatedBytesPerSecond what the application allocated, {@code null} where this
 * JVM does not tell
 * @param promotedBytesPerSecond what moved to the old generation, {@code null} where no
 * collection told
 * @param liveBytes what the last collection left, {@code null} before the first
 * @param trend how that grows
 */
public record GcSummary(Duration window, int pauses, double pauseRatio, long longestPauseNanos, long p50Nanos,
		long p99Nanos, @Nullable Double allocatedBytesPerSecond, @Nullable Double promotedBytesPerSecond,
		@Nullable Long liveBytes, GcTrend trend) {

	/**
	 * Summarize the events that ended within a window.
	 * @param kept all events that are kept, the oldest first
	 * @param asked length of the window
	 * @param completeMillis start of the time all of whose events are kept, on the scale
	 * of {@link GcEvent#uptimeMillis()}
	 * @param nowMillis its end
	 * @param allocatedSinceLast bytes allocated since the last event that is kept,
	 * {@code null} where this JVM does not tell
	 * @param trend how what survives grows
	 * @return the summary
	 */
	static GcSummary of(List<GcEvent> kept, Duration asked, long completeMillis, long nowMillis,
			@Nullable Long allocatedSinceLast, GcTrend trend) {
		long startMillis = Math.max(nowMillis - asked.toMillis(), completeMillis);
		Duration window = Duration.ofMillis(Math.max(1, nowMillis - startMillis));
		double seconds = window.toMillis() / 1e3;
		List<GcEvent> events = kept.stream().filter((event) -> event.endUptimeMillis() > startMillis).toList();
		long[] pauses = events.stream().filter(GcEvent::isPause).mapToLong(GcEvent::durationNanos).sorted().toArray();
		long paused = Arrays.stream(pauses).sum();
		return new GcSummary(window, pauses.length, Math.min(1, paused / 1e9 / seconds), quantile(pauses, 1),
				quantile(pauses, 0.5), quantile(pauses, 0.99),
				allocated(kept, events, completeMillis, nowMillis, allocatedSinceLast), promoted(events, seconds),
				live(kept), trend);
	}

	// The smallest value that is not exceeded by that share of all.
	private static long quantile(long[] sorted, double share) {
		return (sorted.length > 0) ? sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] : 0;
	}

	// What the first event counts was allocated before it, maybe long before.
	private static @Nullable Double allocated(List<GcEvent> kept, List<GcEvent> events, long completeMillis,
			long nowMillis, @Nullable Long sinceLast) {
		if (sinceLast == null) {
			return null;
		}
		long between = sum(events.stream().skip(1).map(GcEvent::allocatedBytes));
		return (between + sinceLast) * 1e3 / Math.max(1, nowMillis - countedFrom(kept, events, completeMillis));
	}

	private static long countedFrom(List<GcEvent> kept, List<GcEvent> events, long completeMillis) {
		if (!events.isEmpty()) {
			return events.get(0).endUptimeMillis();
		}
		return kept.isEmpty() ? completeMillis : kept.get(kept.size() - 1).endUptimeMillis();
	}

	private static @Nullable Double promoted(List<GcEvent> events, double seconds) {
		List<Long> known = events.stream()
			.map(GcEvent::heap)
			.filter(Objects::nonNull)
			.map(HeapChange::promotedBytes)
			.filter(Objects::nonNull)
			.toList();
		return (events.isEmpty() || !known.isEmpty()) ? (Double) (sum(known.stream()) / seconds) : null;
	}

	private static long sum(Stream<@Nullable Long> numbers) {
		return numbers.filter(Objects::nonNull).mapToLong(Long::longValue).sum();
	}

	private static @Nullable Long live(List<GcEvent> kept) {
		for (int i = kept.size() - 1; i >= 0; i--) {
			Long liveBytes = kept.get(i).liveBytes();
			if (liveBytes != null) {
				return liveBytes;
			}
		}
		return null;
	}

}
