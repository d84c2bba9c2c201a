package io.github.heapwise.allocation;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replays what real JVMs recorded while functions of known bytes ran, and holds the
 * estimates to the accuracy we promise. {@code traces.md} beside the traces tells how
 * they were made.
 */
class AccuracyReplayTests {

	private static final int SLICE_PATTERNS = 200;

	@ParameterizedTest
	@EnumSource
	void everyEventOfHalfAMinuteMisattributesAtMostTwoPercent(Trace trace) {
		TraceReplay replay = TraceReplay.all(trace.read());
		assertThat(replay.misattributed(0, replay.lastMark())).isLessThan(0.02);
	}

	@ParameterizedTest
	@EnumSource
	void everyEventOfShortRangesComesCloseToIndependentSamples(Trace trace) {
		AllocationTrace recorded = trace.read();
		TraceReplay replay = TraceReplay.all(recorded);
		Spread toIdeal = Spread.of(replay.lastMark() - 9, (from) -> {
			double ideal = Misattribution.ofIndependentSamples(recorded.truth(from, from + 10),
					recorded.events(from, from + 10));
			return replay.misattributed(from, from + 10) / ideal;
		});
		assertThat(toIdeal.median()).isLessThan(1.3);
		assertThat(toIdeal.p90()).isLessThan(1.7);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 30 })
	void slicesOfBurstyLoadMisattributeAFewPercent(int seconds) {
		for (Trace trace : new Trace[] { Trace.BURSTY_17, Trace.BURSTY_25 }) {
			AllocationTrace recorded = trace.read();
			Spread spread = Spread.of(SLICE_PATTERNS, (seed) -> {
				TraceReplay replay = TraceReplay.sliced(recorded, SamplingMode.SLICED, seed);
				return replay.misattributed(replay.lastMark() - seconds, replay.lastMark());
			});
			assertThat(spread.median()).as("median of %s", trace).isLessThan(0.03);
			assertThat(spread.p90()).as("p90 of %s", trace).isLessThan(0.05);
		}
	}

	private enum Trace {

		STEADY_17, BURSTY_17, STEADY_25, BURSTY_25;

		AllocationTrace read() {
			return AllocationTrace.read(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".trace.gz");
		}

	}

}
