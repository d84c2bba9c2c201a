package io.github.heapwise.calltree;

import java.util.Objects;

/**
 * What one node of a call tree shows. Two frames are the same if text and category are.
 *
 * @param name text as shown, such as {@code com.acme.Cart.add} or {@code byte[]}. Control
 * characters, legal in names of the JVM, become {@code U+FFFD} so that no viewer or
 * line-based format can be broken by one.
 * @param category what the name stands for
 */
public record Frame(String name, FrameCategory category) {

	/**
	 * The root of every tree.
	 */
	public static final Frame ROOT = synthetic("all");

	/**
	 * Siblings too small to be shown on their own.
	 */
	public static final Frame OTHER = synthetic("(other)");

	private static final char REPLACEMENT = '\uFFFD';

	public Frame {
		Objects.requireNonNull(category, "'category' must not be null");
		name = withoutControlCharacters(name);
	}

	public static Frame synthetic(String name) {
		return new Frame(name, FrameCategory.SYNTHETIC);
	}

	private static String withoutControlCharacters(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (isUnprintable(name.charAt(i))) {
				return replaceControlCharacters(name);
			}
		}
		return name;
	}

	// By code points: the two halves of one are surrogates each, but printable together.
	private static String replaceControlCharacters(String name) {
		StringBuilder printable = new StringBuilder(name.length());
		name.codePoints().map((c) -> isUnprintable(c) ? REPLACEMENT : c).forEach(printable::appendCodePoint);
		return printable.toString();
	}

	// A lone surrogate is legal in a name but has no UTF-8 form, and both line separators
	// end a line in JavaScript.
	private static boolean isUnprintable(int c) {
		return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
				|| c == '\u2028' || c == '\u2029';
	}

}
