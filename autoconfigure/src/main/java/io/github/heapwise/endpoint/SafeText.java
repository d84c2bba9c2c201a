package io.github.heapwise.endpoint;

/**
 * Text of a client made fit for messages, logs and terminals.
 */
public final class SafeText {

	static final int MAX_LENGTH = 100;

	private static final char REPLACEMENT = '\uFFFD';

	private static final String CUT = "...";

	private SafeText() {
	}

	/**
	 * Return the text with control and direction characters replaced, cut to
	 * {@value #MAX_LENGTH} characters. Costs no more for a text of 10 MB.
	 * @param text any text
	 * @return the safe text
	 */
	public static String of(String text) {
		boolean cut = text.length() > MAX_LENGTH;
		String kept = cut ? text.substring(0, MAX_LENGTH - CUT.length()) : text;
		StringBuilder safe = new StringBuilder(kept.length());
		kept.codePoints().map(SafeText::safe).forEach(safe::appendCodePoint);
		return cut ? safe.append(CUT).toString() : safe.toString();
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
