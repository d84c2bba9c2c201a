package io.github.heapwise.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A text that explains a finding at length.
 *
 * @param title its heading
 * @param markdown what follows below, in Markdown
 */
public record Explanation(String title, String markdown) {

	private static final String HEADING = "# ";

	/**
	 * Return one of the texts that come with Heapwise.
	 * @param id its id, such as {@code leak}
	 * @return the text, {@code null} for an unknown id
	 */
	public static @Nullable Explanation of(String id) {
		String text = Explanations.markdown(id);
		if (text == null) {
			return null;
		}
		String[] parts = text.split("\n", 2);
		return new Explanation(parts[0].substring(HEADING.length()).strip(), parts[1].strip());
	}

}
