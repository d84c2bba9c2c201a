package io.github.heapwise.heapdump;

import org.jspecify.annotations.Nullable;

/**
 * Text of others made fit for lists, logs and files.
 */
final class DumpText {

	static final int MAX_LENGTH = 200;

	private static final char REPLACEMENT = '\uFFFD';

	private DumpText() {
	}

	/**
	 * Return a text with control and direction characters replaced, cut to
	 * {@value #MAX_LENGTH} characters.
	 * @param text any text
	 * @return the safe text, empty for {@code null}
	 */
	static String of(@Nullable String text) {
		if (text == null) {
			return "";
		}
		StringBuilder safe = new StringBuilder();
		text.substring(0, Math.min(text.length(), MAX_LENGTH))
			.codePoints()
			.map(DumpText::safe)
			.forEach(safe::appendCodePoint);
		return safe.toString().strip();
	}

	private static int safe(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				REPLACEMENT;
			default -> codePoint;
		};
	}

}
