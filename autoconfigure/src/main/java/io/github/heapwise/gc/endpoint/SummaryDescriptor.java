package io.github.heapwise.gc.endpoint;

import java.util.Locale;

import io.github.heapwise.gc.GcSummary;
import io.github.heapwise.gc.GcTrend;
import org.jspecify.annotations.Nullable;

/**
 * The collections of the last minutes together, as JSON.
 *
 * @param windowMillis the time it covers
 * @param pauses number of pauses
 * @param pauseRatio share of the time spent in them
 * @param longestPauseNanos the longest
 * @param p50Nanos half of the pauses were at most this long
 * @param p99Nanos 99 % of the pauses were at most this long
 * @param allocatedBytesPerSecond what the application allocated
 * @param promotedBytesPerSecond what moved to the old generation
 * @param liveBytes what the last collection left
 * @param liveTrendBytesPerHour how fast that grows
 * @param liveTrendLowBytesPerHour lower end of its interval of 95 %
 * @param liveTrendHighBytesPerHour upper end of its interval of 95 %
 * @param liveTrendConfidence {@code none}, {@code low} or {@code high}
 * @param liveTrendReason why, in a sentence
 */
public record SummaryDescriptor(long windowMillis, int pauses, double pauseRatio, long longestPauseNanos, long p50Nanos,
		long p99Nanos, @Nullable Long allocatedBytesPerSecond, @Nullable Long promotedBytesPerSecond,
		@Nullable Long liveBytes, @Nullable Long liveTrendBytesPerHour, @Nullable Long liveTrendLowBytesPerHour,
		@Nullable Long liveTrendHighBytesPerHour, String liveTrendConfidence, String liveTrendReason) {

	static SummaryDescriptor of(GcSummary summary) {
		GcTrend trend = summary.trend();
		return new SummaryDescriptor(summary.window().toMillis(), summary.pauses(), summary.pauseRatio(),
				summary.longestPauseNanos(), summary.p50Nanos(), summary.p99Nanos(),
				rounded(summary.allocatedBytesPerSecond()), rounded(summary.promotedBytesPerSecond()),
				summary.liveBytes(), rounded(trend.bytesPerHour()), rounded(trend.lowBytesPerHour()),
				rounded(trend.highBytesPerHour()), trend.confidence().name().toLowerCase(Locale.ROOT), trend.reason());
	}

	private static @Nullable Long rounded(@Nullable Double bytes) {
		return (bytes != null) ? (Long) Math.round(bytes) : null;
	}

}
