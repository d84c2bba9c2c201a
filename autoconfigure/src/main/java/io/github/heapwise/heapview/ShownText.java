package io.github.heapwise.heapview;

/**
 * What of a text from a dump can be shown anywhere: its start, without characters that
 * would do something where it is shown.
 */
final class ShownText {

	/**
	 * Characters that are shown at most.
	 */
	static final int MAX_LENGTH = 200;

	private static final String ELLIPSIS = "...";

	private static final char REPLACEMENT = '\uFFFD';

	private ShownText() {
	}

	/**
	 * Make a text presentable.
	 * @param start the text, or more of its start than can be shown
	 * @return at most {@link #MAX_LENGTH} characters, ending with three dots if there are
	 * more
	 */
	static String of(CharSequence start) {
		boolean cut = start.length() > MAX_LENGTH;
		int end = cut ? MAX_LENGTH - ELLIPSIS.length() : start.length();
		StringBuilder shown = new StringBuilder(end + ELLIPSIS.length());
		for (int i = 0; i < end;) {
			int character = Character.codePointAt(start, i);
			int length = Character.charCount(character);
			boolean whole = i + length <= end && isHarmless(character);
			shown.append(whole ? Character.toString(character) : REPLACEMENT);
			i += length;
		}
		return cut ? shown.append(ELLIPSIS).toString() : shown.toString();
	}

	private static boolean isHarmless(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				false;
			default -> true;
		};
	}

}
