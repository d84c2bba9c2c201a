package io.github.heapwise.diagnosis.rule;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Makes the evidence of one span.
 *
 * @param span when all of it was measured
 */
record Measured(TimeSpan span) {

	static final double NANOS_OF_MILLI = 1e6;

	Evidence of(String signal, double observed, @Nullable Double threshold, String unit) {
		return of(signal, observed, threshold, unit, null);
	}

	Evidence of(String signal, double observed, @Nullable Double threshold, String unit, @Nullable Series series) {
		return new Evidence(signal, observed, threshold, unit, this.span,
				(series != null && !series.isEmpty()) ? series : null);
	}

	Evidence fact(String signal, double observed, String unit) {
		return of(signal, observed, null, unit);
	}

}
