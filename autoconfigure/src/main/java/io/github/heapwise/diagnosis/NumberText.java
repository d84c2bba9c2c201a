package io.github.heapwise.diagnosis;

import java.util.Locale;

/**
 * Writes the numbers of evidence for people, with about three digits. What lies in memory
 * is counted in units of 1024 bytes, as heaps are sized, and what flows in units of 1000,
 * as on the pages.
 */
public final class NumberText {

	private static final String[] OF_1024 = { "B", "KiB", "MiB", "GiB", "TiB" };

	private static final String[] OF_1000 = { "B", "kB", "MB", "GB", "TB" };

	private static final double THREE_DIGITS = 999.5;

	private NumberText() {
	}

	/**
	 * Write a number.
	 * @param value the number
	 * @param unit its unit, one of those of {@link Evidence}; any other is put behind it
	 * @return the text, such as {@code 2.25 GB/s}; {@code unknown} for what is not a
	 * number
	 */
	public static String of(double value, String unit) {
		if (!Double.isFinite(value)) {
			return "unknown";
		}
		return switch (unit) {
			case "bytes" -> size(value);
			case "bytes/s" -> flow(value) + "/s";
			case "bytes/h" -> flow(value) + "/h";
			case "ms" -> duration(value);
			case "ratio" -> digits(100 * value) + " %";
			case "count" -> digits(value);
			case "count/s" -> digits(value) + "/s";
			default -> digits(value) + " " + unit;
		};
	}

	/**
	 * Write how much lies in memory.
	 * @param bytes a number of bytes
	 * @return the text, such as {@code 512 MiB}
	 */
	public static String size(double bytes) {
		return bytes(bytes, 1024, OF_1024);
	}

	/**
	 * Write how much was allocated, or moved otherwise.
	 * @param bytes a number of bytes
	 * @return the text, such as {@code 2.25 GB}
	 */
	public static String flow(double bytes) {
		return bytes(bytes, 1000, OF_1000);
	}

	private static String bytes(double bytes, int step, String[] units) {
		double size = bytes;
		int unit = 0;
		while (Math.abs(size) >= THREE_DIGITS && unit < units.length - 1) {
			size /= step;
			unit++;
		}
		return digits(size) + " " + units[unit];
	}

	private static String duration(double millis) {
		return (Math.abs(millis) >= 10_000) ? digits(millis / 1000) + " s" : digits(millis) + " ms";
	}

	// no zeros at the end: 40 and 2.5, not 40.0 and 2.50
	private static String digits(double value) {
		double size = Math.abs(value);
		int decimals = (size >= 99.95) ? 0 : ((size >= 9.995) ? 1 : 2);
		String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
		return (decimals > 0) ? text.replaceAll("\\.?0+$", "") : text;
	}

}
