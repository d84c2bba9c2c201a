package io.github.heapwise.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A number that a judgement rests on.
 *
 * @param signal what was measured, in words
 * @param observed the number
 * @param threshold what it was compared with, {@code null} for a number that only
 * explains
 * @param unit its unit: {@code bytes}, {@code bytes/s}, {@code bytes/h}, {@code ms},
 * {@code ratio}, {@code count}, {@code count/s}
 * @param span when it was measured
 * @param series how it moved, {@code null} where that cannot be drawn
 * @param axis what the series shows where that is another quantity than the number,
 * {@code null} where it is the same
 */
public record Evidence(String signal, double observed, @Nullable Double threshold, String unit, TimeSpan span,
		@Nullable Series series, @Nullable Axis axis) {

	public Evidence(String signal, double observed, @Nullable Double threshold, String unit, TimeSpan span,
			@Nullable Series series) {
		this(signal, observed, threshold, unit, span, series, null);
	}

	/**
	 * Return the same number with a series of another quantity, such as pauses in
	 * milliseconds behind a share of the time.
	 * @param title what the series shows, in words
	 * @param seriesUnit unit of its values
	 * @param limit what they are to be compared with, on the same side as the number,
	 * {@code null} for nothing
	 * @return the evidence
	 */
	public Evidence drawnAs(String title, String seriesUnit, @Nullable Double limit) {
		return new Evidence(this.signal, this.observed, this.threshold, this.unit, this.span, this.series,
				new Axis(title, seriesUnit, limit));
	}

	/**
	 * What a series shows.
	 *
	 * @param title what it is, in words
	 * @param unit unit of the values
	 * @param threshold what they are to be compared with, {@code null} for nothing
	 */
	public record Axis(String title, String unit, @Nullable Double threshold) {

	}

}
