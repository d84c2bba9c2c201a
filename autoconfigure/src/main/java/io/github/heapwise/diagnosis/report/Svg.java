package io.github.heapwise.diagnosis.report;

import java.util.Locale;

/**
 * Collects the elements of a drawing. Positions are in units of the drawing, colours come
 * from the style sheet by class.
 */
final class Svg {

	private final StringBuilder markup = new StringBuilder(4096);

	/**
	 * Begin a drawing.
	 * @param width its width
	 * @param height its height
	 * @param label what it shows, for those who do not see it
	 */
	Svg(double width, double height, String label) {
		this.markup.append("<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">".formatted(number(width),
				number(height), Html.line(label).markup()));
	}

	Svg rectangle(String type, double x, double y, double width, double height) {
		return add("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>", type, number(x), number(y),
				number(width), number(height));
	}

	Svg line(String type, double fromX, double fromY, double toX, double toY) {
		return add("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>", type, number(fromX), number(fromY),
				number(toX), number(toY));
	}

	Svg dot(String type, double x, double y) {
		return add("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"2\"/>", type, number(x), number(y));
	}

	Svg path(String type, String points) {
		return add("<path class=\"%s\" d=\"%s\"/>", type, points);
	}

	/**
	 * Draw a path as far as it lies in a rectangle over the whole width.
	 * @param type class of the path
	 * @param points the path
	 * @param id id of the rectangle, unique in the document
	 * @param top upper edge of the rectangle
	 * @param bottom lower edge
	 * @param width width of the drawing
	 * @return this
	 */
	Svg pathWithin(String type, String points, String id, double top, double bottom, double width) {
		add("<clipPath id=\"%s\"><rect x=\"0\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>", id, number(top),
				number(width), number(Math.max(0, bottom - top)));
		return add("<path class=\"%s\" clip-path=\"url(#%s)\" d=\"%s\"/>", type, id, points);
	}

	Svg text(String type, double x, double y, String text) {
		return add("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>", type, number(x), number(y),
				Html.line(text).markup());
	}

	/**
	 * Begin elements that tell something where the pointer rests on them.
	 * @param title what
	 * @return this
	 */
	Svg begin(String title) {
		return add("<g><title>%s</title>", Html.line(title).markup());
	}

	Svg end() {
		return add("</g>");
	}

	Html finish() {
		return new Html(this.markup + "</svg>");
	}

	/**
	 * Write a position.
	 * @param position the position
	 * @return a number with a decimal where it needs one
	 */
	static String number(double position) {
		return (position == Math.rint(position)) ? String.valueOf((long) position)
				: String.format(Locale.ROOT, "%.1f", position);
	}

	private Svg add(String format, Object... values) {
		this.markup.append(String.format(Locale.ROOT, format, values));
		return this;
	}

}
