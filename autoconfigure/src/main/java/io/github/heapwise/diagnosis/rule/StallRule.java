package io.github.heapwise.diagnosis.rule;

import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * All threads are late. A warning only if no other rule knows why: a stall is what
 * pauses, busy processors and limits of a container look like from inside.
 */
final class StallRule extends NamedRule {

	private static final double EXPLAINING_RATIO = 0.25;

	private static final double FULLY_BUSY_RATIO = 0.9;

	// From here on, what else is slow may be so for this reason.
	private static final double MOSTLY_LATE_RATIO = 0.25;

	private static final double CAUSE = 0.58;

	private static final double NEIGHBOUR = 0.5;

	private final PerformanceThresholds thresholds;

	StallRule(PerformanceThresholds thresholds) {
		super("stall", "All threads stand still");
		this.thresholds = thresholds;
	}

	@Override
	public Judgement judge(Signals signals) {
		TimeSpan span = SettledTime.of(signals, this.thresholds.warmUp());
		if (span == null) {
			return LoadNeed.undecided(signals);
		}
		double max = signals.waits().stallMaxNanos() / Measured.NANOS_OF_MILLI;
		LateSeconds late = LateSeconds.of(signals.waits().stallMillis().within(span), max,
				this.thresholds.stall().maxMillis());
		if (signals.waits().stalls() == 0 && late.series().isEmpty()) {
			return Judgement.undecided("No delay of a thread was measured", LoadNeed.ENOUGH);
		}
		Evidence[] evidence = evidence(signals, span, late);
		if (late.seconds() == 0 && !isLateAsARule(signals, span)) {
			return Judgement.passed(evidence);
		}
		return Judgement.found(finding(signals, span, late, evidence));
	}

	// A median cannot leave out the warm-up.
	private boolean isLateAsARule(Signals signals, TimeSpan span) {
		return medianMillis(signals) >= this.thresholds.stall().medianMillis() && span.equals(signals.judged());
	}

	private Finding finding(Signals signals, TimeSpan span, LateSeconds late, Evidence[] evidence) {
		String cause = cause(signals, span, late);
		boolean often = unexplained(signals, span, late) >= this.thresholds.stall().seconds()
				|| isLateAsARule(signals, span);
		Severity severity = (cause == null && often) ? Severity.WARNING : Severity.INFO;
		return new Finding(title(signals, late) + ((cause != null) ? ": " + cause : ""), severity,
				(cause == null) ? Confidence.MEDIUM : Confidence.HIGH, impact(signals, span, late), List.of(evidence),
				advice(cause), "stall", new NextStep("Stalls over time", "latency", Map.of()));
	}

	private static String title(Signals signals, LateSeconds late) {
		String longest = NumberText.of(late.longestMillis(), "ms");
		return (late.seconds() > 0)
				? "All threads stood still for up to %s in %d of %d seconds".formatted(longest, late.seconds(),
						signals.judged().length().toSeconds())
				: "Threads are late by %s as a rule, and by up to %s"
					.formatted(NumberText.of(medianMillis(signals), "ms"), longest);
	}

	private @Nullable String cause(Signals signals, TimeSpan span, LateSeconds late) {
		StopTimes stops = StopTimes.within(signals, span);
		boolean explained = late.seconds() > 0 && unexplained(signals, span, late) <= 0;
		if (explained || stops.ratio() >= EXPLAINING_RATIO) {
			return "the collector stopped them";
		}
		if (signals.trends().throttledRatio().within(span).mean() >= this.thresholds.throttled().throttledRatio()) {
			return "the container was kept from its CPUs";
		}
		return (Processors.within(signals, span).busyRatio() >= FULLY_BUSY_RATIO) ? "the processors are fully used"
				: null;
	}

	private double impact(Signals signals, TimeSpan span, LateSeconds late) {
		boolean mostly = late.seconds() >= MOSTLY_LATE_RATIO * span.length().toSeconds();
		return (mostly || isLateAsARule(signals, span)) ? CAUSE : NEIGHBOUR;
	}

	private long unexplained(Signals signals, TimeSpan span, LateSeconds late) {
		return late.seconds() - StopTimes.within(signals, span).countFrom(this.thresholds.stall().maxMillis() / 2);
	}

	private static List<String> advice(@Nullable String cause) {
		return (cause != null)
				? List.of("See the finding about that first: stalls will be gone with their cause",
						"It helped when the longest stall of a minute stays below 20 ms")
				: List.of(
						"Look for other processes that compete for the processors, and for memory of the process in swap",
						"Run with -Xlog:safepoint: it tells whether the JVM stopped its threads, and for what",
						"It helped when the longest stall of a minute stays below 20 ms");
	}

	private Evidence[] evidence(Signals signals, TimeSpan span, LateSeconds late) {
		Measured measured = new Measured(span);
		PerformanceThresholds.Stall limits = this.thresholds.stall();
		return new Evidence[] {
				measured.of("longest delay of a thread", late.longestMillis(), limits.maxMillis(), "ms", late.series()),
				measured.of("seconds with such a delay", late.seconds(), (double) limits.seconds(), "count"),
				measured.of("median delay of a thread", medianMillis(signals), limits.medianMillis(), "ms"), measured
					.fact("longest pause of the collector", StopTimes.within(signals, span).longestMillis(), "ms") };
	}

	private static double medianMillis(Signals signals) {
		return signals.waits().stallMedianNanos() / Measured.NANOS_OF_MILLI;
	}

}
