package io.github.heapwise.diagnosis;

/**
 * Makes one line of what rules say: titles name routes, threads and classes, which may be
 * called anything.
 */
public final class PlainText {

	private static final int MAX_LENGTH = 500;

	private PlainText() {
	}

	/**
	 * Replace what controls a terminal or ends a line, and cut what is too long.
	 * @param text any text
	 * @return the line
	 */
	public static String line(String text) {
		boolean cut = text.length() > MAX_LENGTH;
		StringBuilder line = new StringBuilder();
		(cut ? text.substring(0, MAX_LENGTH) : text).codePoints()
			.map((codePoint) -> isShown(codePoint) ? codePoint : '?')
			.forEach(line::appendCodePoint);
		return cut ? line.append("...").toString() : line.toString();
	}

	private static boolean isShown(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
