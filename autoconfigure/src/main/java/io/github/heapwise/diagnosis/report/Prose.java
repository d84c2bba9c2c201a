package io.github.heapwise.diagnosis.report;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Writes the texts that explain findings as HTML. They are ours and keep to paragraphs,
 * {@code **bold**} and code in backticks.
 */
final class Prose {

	private static final Pattern PARAGRAPH_END = Pattern.compile("\n{2,}");

	private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

	private static final Pattern CODE = Pattern.compile("`(.+?)`");

	private Prose() {
	}

	static Html of(String markdown) {
		return Arrays.stream(PARAGRAPH_END.split(markdown)).map(Prose::paragraph).collect(Html.joined());
	}

	private static Html paragraph(String paragraph) {
		String text = Html.prose(paragraph).markup();
		String bold = BOLD.matcher(text).replaceAll("<strong>$1</strong>");
		return new Html("<p>" + CODE.matcher(bold).replaceAll("<code>$1</code>") + "</p>");
	}

}
