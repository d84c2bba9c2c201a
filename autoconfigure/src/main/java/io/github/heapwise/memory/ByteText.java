package io.github.heapwise.memory;

import org.jspecify.annotations.Nullable;

/**
 * Writes bytes for people, in powers of 1024 as heaps and containers are sized.
 */
final class ByteText {

	private static final String[] UNITS = { "B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB" };

	private ByteText() {
	}

	/**
	 * Write a number of bytes with three digits.
	 * @param bytes the number
	 * @return at most 8 characters, such as {@code 2.25 GiB}; {@code -} for {@code null}
	 */
	static String of(@Nullable Long bytes) {
		if (bytes == null) {
			return "-";
		}
		double size = bytes;
		int unit = 0;
		// 999.5 and more would take four digits
		while (size >= ((unit == 0) ? 1024 : 999.5) && unit < UNITS.length - 1) {
			size /= 1024;
			unit++;
		}
		int decimals = (unit == 0 || size >= 99.95) ? 0 : ((size >= 9.995) ? 1 : 2);
		return decimal(size, decimals) + " " + UNITS[unit];
	}

	/**
	 * Write a number. A formatter would make a kilobyte of garbage for each.
	 * @param number a small number, not negative
	 * @param decimals digits after the point, up to 2
	 * @return the number
	 */
	static String decimal(double number, int decimals) {
		long scale = (decimals == 0) ? 1 : ((decimals == 1) ? 10 : 100);
		long scaled = Math.round(number * scale);
		if (decimals == 0) {
			return Long.toString(scaled);
		}
		// the 1 in front keeps leading zeros
		return scaled / scale + "." + Long.toString(scale + scaled % scale).substring(1);
	}

}
