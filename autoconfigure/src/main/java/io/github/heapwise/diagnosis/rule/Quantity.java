package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.util.Locale;

/**
 * Writes numbers for people who read one sentence.
 */
final class Quantity {

	private static final double NANOS_PER_MILLI = 1e6;

	private static final double MINUTES_PER_HOUR = 60;

	private static final double HOURS_PER_DAY = 24;

	private Quantity() {
	}

	static String percent(double ratio) {
		return format((ratio >= 0.0995) ? "%.0f %%" : "%.1f %%", 100 * ratio);
	}

	static String millis(double nanos) {
		double millis = nanos / NANOS_PER_MILLI;
		return (millis < 1999.5) ? format("%.0f ms", millis) : format("%.1f s", millis / 1000);
	}

	static String hours(double hours) {
		if (hours < 2) {
			return format("%.0f minutes", Math.max(2, hours * MINUTES_PER_HOUR));
		}
		return (hours < 2 * HOURS_PER_DAY) ? format("%.0f hours", hours) : format("%.0f days", hours / HOURS_PER_DAY);
	}

	static String length(Duration length) {
		long seconds = Math.max(1, length.toSeconds());
		return (seconds < 120) ? count(seconds, "second") : count(Math.round(seconds / MINUTES_PER_HOUR), "minute");
	}

	static String count(long count, String noun) {
		return format("%d %s%s", count, noun, (count == 1) ? "" : "s");
	}

	private static String format(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
