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

	private static String replaceControlCharacters(String name) {
		char[] chars = name.toCharArray();
		for (int i = 0; i < chars.length; i++) {
			if (isUnprintable(chars[i])) {
				chars[i] = '\uFFFD';
			}
		}
		return new String(chars);
	}

	// A lone surrogate is legal in a name but has no UTF-8 form, and both line separators
	// end a line in JavaScript.
	private static boolean isUnprintable(char c) {
		return Character.isISOControl(c) || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029';
	}

}
