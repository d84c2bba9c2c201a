package io.github.heapwise.diagnosis.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Series;
import org.jspecify.annotations.Nullable;

/**
 * A number that a judgement rests on, as JSON.
 *
 * @param signal what was measured, in words
 * @param observed the number, {@code null} if there is none
 * @param threshold what it was compared with, {@code null} for a number that only
 * explains
 * @param unit its unit
 * @param from start of the time it was measured in
 * @param to end of that time
 * @param series how it moved, {@code null} where that cannot be drawn
 */
public record EvidenceDescriptor(String signal, @Nullable Double observed, @Nullable Double threshold, String unit,
		Instant from, Instant to, @Nullable SeriesDescriptor series) {

	static List<EvidenceDescriptor> of(List<Evidence> evidence) {
		return evidence.stream().map(EvidenceDescriptor::of).toList();
	}

	private static EvidenceDescriptor of(Evidence evidence) {
		return new EvidenceDescriptor(evidence.signal(), number(evidence.observed()),
				(evidence.threshold() != null) ? number(evidence.threshold()) : null, evidence.unit(),
				DiagnosisDescriptor.time(evidence.span().from()), DiagnosisDescriptor.time(evidence.span().to()),
				(evidence.series() != null) ? SeriesDescriptor.of(evidence.series()) : null);
	}

	// JSON has neither infinity nor what is not a number
	private static @Nullable Double number(double value) {
		return Double.isFinite(value) ? (Double) value : null;
	}

	/**
	 * A number over time.
	 *
	 * @param times when it was measured, milliseconds since 1970
	 * @param values what was measured, as many, {@code null} for what is not a number
	 */
	public record SeriesDescriptor(List<Long> times, List<@Nullable Double> values) {

		private static final int MAX_POINTS = 300;

		static SeriesDescriptor of(Series series) {
			Series drawn = series.outline(MAX_POINTS);
			return new SeriesDescriptor(IntStream.range(0, drawn.size()).mapToObj(drawn::epochMillis).toList(),
					IntStream.range(0, drawn.size())
						.<@Nullable Double>mapToObj((i) -> number(drawn.value(i)))
						.toList());
		}

	}

}
