package io.github.heapwise.heapdump;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Ids of dumps: when they were asked for, and something random, since two processes may
 * share a directory and clocks go back.
 */
final class DumpId {

	static final String FORM = "[0-9]{8}-[0-9]{6}-[a-z0-9]{6}";

	private static final Pattern PATTERN = Pattern.compile(FORM);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
		.withZone(ZoneOffset.UTC);

	private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private DumpId() {
	}

	static String at(Instant time) {
		return TIME.format(time) + "-" + random(6);
	}

	/**
	 * Return whether a text can be an id, and so part of a file's name.
	 * @param text of any length and content
	 * @return whether it has the form of an id
	 */
	static boolean isValid(String text) {
		return PATTERN.matcher(text).matches();
	}

	static String random(int length) {
		StringBuilder text = new StringBuilder(length);
		RANDOM.ints(length, 0, ALPHABET.length()).forEach((index) -> text.append(ALPHABET.charAt(index)));
		return text.toString();
	}

}
