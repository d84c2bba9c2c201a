package io.github.heapwise.diagnosis.report;

import java.util.stream.Collector;
import java.util.stream.Collectors;

import io.github.heapwise.diagnosis.PlainText;

/**
 * A part of a document. Text becomes one only by being escaped.
 *
 * @param markup the markup
 */
record Html(String markup) {

	static final Html NONE = new Html("");

	/**
	 * Write what a rule says, on one line and not longer than a title may be.
	 * @param text any text
	 * @return the text
	 */
	static Html line(String text) {
		return prose(PlainText.line(text));
	}

	/**
	 * Write a text of our own.
	 * @param text text of any length, without control characters
	 * @return the text
	 */
	static Html prose(String text) {
		return new Html(text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;"));
	}

	static Collector<Html, ?, Html> joined() {
		return Collectors.collectingAndThen(Collectors.mapping(Html::markup, Collectors.joining("\n")), Html::new);
	}

}
