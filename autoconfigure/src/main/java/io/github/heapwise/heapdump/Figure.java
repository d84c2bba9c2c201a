package io.github.heapwise.heapdump;

import java.util.Locale;

/**
 * Writes figures for people.
 */
final class Figure {

	private static final String[] UNITS = { "B", "KB", "MB", "GB", "TB", "PB", "EB" };

	private Figure() {
	}

	/**
	 * Write a number of bytes, in powers of 1024.
	 * @param bytes the number, taken as 0 below that
	 * @return such as {@code 212 MB} or {@code 1.4 GB}
	 */
	static String bytes(long bytes) {
		double size = Math.max(0, bytes);
		int unit = 0;
		while (size >= 1000 && unit < UNITS.length - 1) {
			size /= 1024;
			unit++;
		}
		return String.format(Locale.ROOT, (unit == 0 || size >= 10) ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
	}

	/**
	 * Write a time in seconds.
	 * @param millis milliseconds
	 * @return such as {@code 0.3 s} or {@code 12 s}
	 */
	static String seconds(long millis) {
		return String.format(Locale.ROOT, (millis >= 10_000) ? "%.0f s" : "%.1f s", millis / 1000.0);
	}

}
