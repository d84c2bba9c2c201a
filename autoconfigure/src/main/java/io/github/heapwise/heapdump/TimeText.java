package io.github.heapwise.heapdump;

import java.time.Duration;

/**
 * Writes spans of time for people, in the largest two units.
 */
final class TimeText {

	private TimeText() {
	}

	/**
	 * Write a span of time.
	 * @param nanos nanoseconds, not negative
	 * @return such as {@code 23h 59m}, {@code 14m 30s} or {@code 0s}
	 */
	static String of(long nanos) {
		Duration time = Duration.ofNanos(nanos);
		if (time.toHours() > 0) {
			return joined(time.toHours(), "h", time.toMinutesPart(), "m");
		}
		return joined(time.toMinutes(), "m", time.toSecondsPart(), "s");
	}

	private static String joined(long large, String largeUnit, int small, String smallUnit) {
		if (large == 0) {
			return small + smallUnit;
		}
		return large + largeUnit + ((small > 0) ? " " + small + smallUnit : "");
	}

}
