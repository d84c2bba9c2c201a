package io.github.heapwise.heapview;

import java.util.Locale;

/**
 * Writes amounts for people, as the pages do.
 */
final class Amount {

	private static final String[] UNITS = { "B", "kB", "MB", "GB", "TB", "PB", "EB" };

	private Amount() {
	}

	/**
	 * Write a number of bytes, in powers of a thousand.
	 * @param bytes the number, not negative
	 * @return such as {@code 45.2 MB}
	 */
	static String bytes(long bytes) {
		double size = bytes;
		int unit = 0;
		while (size >= 999.5 && unit < UNITS.length - 1) {
			size /= 1000;
			unit++;
		}
		String format = (unit == 0 || size >= 99.95) ? "%.0f %s" : (size >= 9.995) ? "%.1f %s" : "%.2f %s";
		return String.format(Locale.ROOT, format, size, UNITS[unit]);
	}

	static String count(long count) {
		return String.format(Locale.ROOT, "%,d", count);
	}

	/**
	 * Write a part of a whole.
	 * @param ratio the part, from 0 to 1
	 * @return such as {@code 61 %}
	 */
	static String percent(double ratio) {
		return String.format(Locale.ROOT, (ratio >= 0.1) ? "%.0f %%" : "%.1f %%", 100 * ratio);
	}

	/**
	 * Write a time.
	 * @param millis milliseconds, not negative
	 * @return such as {@code 28 s}, {@code 15 min}, {@code 3.5 h} or {@code 2.1 d}
	 */
	static String time(long millis) {
		double seconds = millis / 1000.0;
		if (seconds < 120) {
			return String.format(Locale.ROOT, "%.0f s", seconds);
		}
		if (seconds < 7200) {
			return String.format(Locale.ROOT, "%.0f min", seconds / 60);
		}
		return String.format(Locale.ROOT, (seconds < 172_800) ? "%.1f h" : "%.1f d",
				seconds / ((seconds < 172_800) ? 3600 : 86_400));
	}

}
