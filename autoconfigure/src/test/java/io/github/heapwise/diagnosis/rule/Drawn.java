package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Series;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks that a number and what is drawn behind it are of one quantity, unless the
 * evidence says otherwise: the line of the threshold would mean nothing.
 */
final class Drawn {

	private static final double TOLERANCE = 1e-6;

	private Drawn() {
	}

	static void asMeasured(List<Evidence> evidence) {
		evidence.forEach(Drawn::asMeasured);
	}

	private static void asMeasured(Evidence evidence) {
		Series series = evidence.series();
		if (series != null && !series.isEmpty() && evidence.axis() == null && evidence.threshold() != null) {
			double least = series.values().min().orElseThrow();
			assertThat(evidence.observed()).as(evidence.signal())
				.isBetween(least - TOLERANCE * Math.abs(least), series.max() + TOLERANCE * Math.abs(series.max()));
		}
	}

}
