package com.example.names.load;

import java.util.Locale;

/**
 * Writes figures with their units, the way the tables show them.
 */
final class Amounts {

	private static final String[] UNITS = { "B", "kB", "MB", "GB", "TB", "PB" };

	private Amounts() {
	}

	/** Three digits or more, in steps of a thousand: {@code 512 B}, {@code 2.29 MB}. */
	static String bytes(double bytes) {
		int unit = 0;
		double amount = bytes;
		while (amount >= 999.5 && unit < UNITS.length - 1) {
			amount /= 1000;
			unit++;
		}
		return decimal(amount, (unit == 0) ? 0 : fractionDigits(amount)) + " " + UNITS[unit];
	}

	static String millis(double micros) {
		return decimal(micros / 1000, 2) + " ms";
	}

	static String count(double count) {
		return decimal(count, (count == Math.rint(count)) ? 0 : 2);
	}

	static String percent(double ratio) {
		return decimal(ratio * 100, 1) + " %";
	}

	private static int fractionDigits(double amount) {
		return (amount < 9.995) ? 2 : (amount < 99.95) ? 1 : 0;
	}

	private static String decimal(double amount, int fractionDigits) {
		return String.format(Locale.ROOT, "%." + fractionDigits + "f", amount);
	}

}
