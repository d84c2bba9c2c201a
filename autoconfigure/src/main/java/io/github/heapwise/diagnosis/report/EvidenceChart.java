package io.github.heapwise.diagnosis.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.EvidenceText;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Draws how a number moved: what it was compared with as a line, what is beyond that
 * shaded, and the time under load behind it all.
 */
final class EvidenceChart {

	private static final double WIDTH = 720;

	private static final double HEIGHT = 168;

	private static final double LEFT = 70;

	private static final double RIGHT = 708;

	private static final double TOP = 10;

	private static final double BOTTOM = 142;

	private static final int MAX_POINTS = 360;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

	private final Evidence evidence;

	private final Series series;

	private final Evidence.Axis axis;

	private final @Nullable TimeSpan load;

	private final String id;

	private final ValueScale scale;

	private final long from;

	private final long to;

	/**
	 * Create a chart.
	 * @param evidence what is {@link #isDrawable drawable}
	 * @param load when the application worked, {@code null} if it did not
	 * @param id what no other chart of the document is called
	 */
	EvidenceChart(Evidence evidence, @Nullable TimeSpan load, String id) {
		this.evidence = evidence;
		this.series = Objects.requireNonNull(evidence.series()).finite().outline(MAX_POINTS);
		this.load = load;
		this.id = id;
		this.axis = axis(evidence);
		DoubleStream compared = Stream.ofNullable(this.axis.threshold()).mapToDouble(Double::doubleValue);
		this.scale = ValueScale.of(DoubleStream.concat(this.series.values(), compared), this.axis.unit());
		this.from = Math.min(this.series.epochMillis(0), evidence.span().from().toEpochMilli());
		this.to = Math.max(this.series.epochMillis(this.series.size() - 1), evidence.span().to().toEpochMilli());
	}

	static boolean isDrawable(Evidence evidence) {
		Series series = evidence.series();
		return series != null && series.values().anyMatch(Double::isFinite);
	}

	private static Evidence.Axis axis(Evidence evidence) {
		return (evidence.axis() != null) ? evidence.axis()
				: new Evidence.Axis(EvidenceText.of(evidence), evidence.unit(), evidence.threshold());
	}

	/**
	 * Return what the chart shows.
	 * @return a line
	 */
	String title() {
		return this.axis.title();
	}

	Html svg() {
		Svg svg = new Svg(WIDTH, HEIGHT, title());
		load(svg);
		this.scale.lines().forEach((value) -> valueLine(svg, value));
		breach(svg);
		series(svg);
		times(svg);
		return svg.finish();
	}

	private void load(Svg svg) {
		TimeSpan shown = this.load;
		if (shown != null) {
			double start = x(shown.from().toEpochMilli());
			svg.rectangle("load", start, TOP, x(shown.to().toEpochMilli()) - start, BOTTOM - TOP);
		}
	}

	private void valueLine(Svg svg, double value) {
		svg.line("grid", LEFT, y(value), RIGHT, y(value))
			.text("value", LEFT - 6, y(value) + 4, NumberText.of(value, this.axis.unit()));
	}

	private void breach(Svg svg) {
		Double threshold = this.axis.threshold();
		if (threshold == null || !Double.isFinite(threshold)) {
			return;
		}
		double limit = y(threshold);
		boolean above = isTooHigh();
		String area = "%s L%s %s L%s %s Z".formatted(points(), Svg.number(lastX()), Svg.number(limit),
				Svg.number(x(this.series.epochMillis(0))), Svg.number(limit));
		svg.pathWithin("breach", area, this.id, above ? TOP : limit, above ? limit : BOTTOM, WIDTH)
			.line("threshold", LEFT, limit, RIGHT, limit);
	}

	// Of a number that is to be high, what is too low is the breach.
	private boolean isTooHigh() {
		Double threshold = this.evidence.threshold();
		return threshold == null || this.evidence.observed() >= threshold;
	}

	private void series(Svg svg) {
		if (this.series.size() == 1) {
			svg.dot("point", lastX(), y(this.series.last()));
		}
		else {
			svg.path("series", points());
		}
	}

	private void times(Svg svg) {
		long middle = this.from + (this.to - this.from) / 2;
		svg.text("start", LEFT, HEIGHT - 8, time(this.from))
			.text("middle", x(middle), HEIGHT - 8, time(middle) + " UTC")
			.text("end", RIGHT, HEIGHT - 8, time(this.to));
	}

	private String points() {
		return IntStream.range(0, this.series.size())
			.mapToObj((i) -> "%s %s".formatted(Svg.number(x(this.series.epochMillis(i))),
					Svg.number(y(this.series.value(i)))))
			.collect(Collectors.joining(" L", "M", ""));
	}

	private double lastX() {
		return x(this.series.epochMillis(this.series.size() - 1));
	}

	private double x(long millis) {
		double share = (this.to > this.from) ? (millis - this.from) / (double) (this.to - this.from) : 0.5;
		return LEFT + Math.min(1, Math.max(0, share)) * (RIGHT - LEFT);
	}

	private double y(double value) {
		return BOTTOM - this.scale.position(value) * (BOTTOM - TOP);
	}

	private static String time(long millis) {
		return TIME.format(Instant.ofEpochMilli(millis));
	}

}
