package io.github.heapwise.diagnosis;

import java.util.Locale;

/**
 * Writes the numbers of evidence for people, with about three digits. A kilobyte has 1024
 * bytes, as heaps are sized.
 */
public final class NumberText {

	private static final String[] BYTES = { "B", "KB", "MB", "GB", "TB" };

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
			case "bytes" -> bytes(value);
			case "bytes/s" -> bytes(value) + "/s";
			case "bytes/h" -> bytes(value) + "/h";
			case "ms" -> duration(value);
			case "ratio" -> digits(100 * value) + " %";
			case "count" -> digits(value);
			case "count/s" -> digits(value) + "/s";
			default -> digits(value) + " " + unit;
		};
	}

	private static String bytes(double bytes) {
		double size = bytes;
		int unit = 0;
		while (Math.abs(size) >= THREE_DIGITS && unit < BYTES.length - 1) {
			size /= 1024;
			unit++;
		}
		return digits(size) + " " + BYTES[unit];
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
