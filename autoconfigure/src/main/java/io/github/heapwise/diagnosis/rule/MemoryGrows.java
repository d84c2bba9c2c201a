package io.github.heapwise.diagnosis.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.SurvivorSignal;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a leak: more and more survives collections of the old generation. Used memory
 * says nothing of it, for the JVM prefers to let the heap grow to collecting it.
 */
final class MemoryGrows extends NamedRule {

	private static final int SLICES_NEEDED = 12;

	private static final Duration SLICE = Duration.ofSeconds(10);

	private static final double CRITICAL_WITHIN_HOURS = 1;

	// Less is noise of any heap.
	private static final double MIN_RISE_BYTES = 8 << 20;

	private static final int MINUTES_PER_HOUR = 60;

	private static final Duration YOUNG = Duration.ofMinutes(10);

	private final MemoryThresholds.MemoryGrows thresholds;

	private final Duration warmUp;

	MemoryGrows(MemoryThresholds.MemoryGrows thresholds, Duration warmUp) {
		super("memory-grows", "Memory held grows");
		this.thresholds = thresholds;
		this.warmUp = warmUp;
	}

	@Override
	public Judgement judge(Signals signals) {
		SurvivorSignal survivors = signals.survivors();
		if (survivors.bytesPerHour() == null || survivors.lowBytesPerHour() == null) {
			int missing = Math.max(1, SLICES_NEEDED - survivors.floor().size());
			return Judgement.undecided(survivors.reason(), SLICE.multipliedBy(missing));
		}
		double slope = survivors.bytesPerHour();
		if (survivors.lowBytesPerHour() <= 0 || slope <= 0) {
			return Judgement.passed(paceEvidence(signals, slope, signals.window()));
		}
		if (survivors.confidence() == Confidence.LOW) {
			return Judgement.undecided(survivors.reason(), YOUNG);
		}
		Series settled = settled(signals);
		Rise rise = Rise.of(settled);
		return (rise != null) ? judge(signals, survivors, slope, rise) : Judgement
			.undecided("Too few collections since the warm-up", SLICE.multipliedBy(Rise.MIN_POINTS - settled.size()));
	}

	// An application that starts takes more in some seconds than most leaks in minutes.
	private Series settled(Signals signals) {
		Instant end = signals.window().to();
		Instant warm = SettledTime.warmUp(signals, this.warmUp);
		return warm.isBefore(end) ? signals.survivors().floor().within(new TimeSpan(warm, end)) : Series.EMPTY;
	}

	private Judgement judge(Signals signals, SurvivorSignal survivors, double slope, Rise rise) {
		Long max = signals.machine().heapMaxBytes();
		double least = Math.max(MIN_RISE_BYTES, (max != null) ? this.thresholds.riseRatio() * max : 0);
		if (rise.amount() < least) {
			return Judgement.passed(paceEvidence(signals, slope, signals.window()), riseEvidence(rise, least));
		}
		if (!rise.steady()) {
			return Judgement.undecided("It grew, but not all along: caches do so until they are full", YOUNG);
		}
		boolean started = rise.series().size() < survivors.floor().size();
		double pace = started ? Math.min(slope, MINUTES_PER_HOUR * rise.perMinute()) : slope;
		double hours = hoursLeft(max, survivors.liveBytes(), pace);
		SurvivorSource source = SurvivorSource.of(survivors);
		return found(pace, hours, source)
			.confidence((signals.machine().uptime().compareTo(YOUNG) < 0) ? Confidence.MEDIUM : survivors.confidence())
			.evidence(paceEvidence(signals, pace, started ? rise.span() : signals.window()), riseEvidence(rise, least))
			.evidence(started ? new Evidence[0] : new Evidence[] { interval(signals, survivors) })
			.evidence((source != null) ? new Evidence[] { source.evidence(signals.window()) } : new Evidence[0])
			.advice(advice(signals, source))
			.found("leak", new NextStep("Take two heap dumps some minutes apart and compare what grew", "heapdumps",
					Map.of()));
	}

	private FindingDraft found(double pace, double hours, @Nullable SurvivorSource source) {
		Severity severity = (hours <= CRITICAL_WITHIN_HOURS) ? Severity.CRITICAL
				: (hours <= this.thresholds.fillsWithin().toHours()) ? Severity.WARNING : Severity.INFO;
		String full = Double.isFinite(hours) ? ": at this pace the heap is full in about " + Quantity.hours(hours)
				: ", and no limit is known";
		return FindingDraft.of(severity, 1, "What the application holds grows by %s an hour, as a leak does%s%s"
			.formatted(NumberText.flow(pace), full, (source != null) ? ", " + source.clause() : ""));
	}

	private static double hoursLeft(@Nullable Long max, @Nullable Long live, double pace) {
		if (max == null) {
			return Double.POSITIVE_INFINITY;
		}
		return Math.max(0, max - ((live != null) ? live : 0)) / pace;
	}

	private static Evidence paceEvidence(Signals signals, double pace, TimeSpan span) {
		return new Evidence("Growth of what survives collections", pace, 0.0, "bytes/h", span,
				signals.survivors().floor())
			.drawnAs("What survives collections", "bytes", null);
	}

	private static Evidence riseEvidence(Rise rise, double least) {
		return new Evidence("Growth in the time observed", rise.amount(), least, "bytes", rise.span(), rise.series())
			.drawnAs("What survives collections", "bytes", null);
	}

	private static Evidence interval(Signals signals, SurvivorSignal survivors) {
		return new Evidence("The least that it grows by, with 95 % certainty",
				(survivors.lowBytesPerHour() != null) ? survivors.lowBytesPerHour() : 0, 0.0, "bytes/h",
				signals.window(), null);
	}

	private static String[] advice(Signals signals, @Nullable SurvivorSource source) {
		String where = (source != null) ? source.subject()
				: Allocators.of(signals).subject("the functions that allocate most");
		return new String[] {
				"Compare two heap dumps: the class that grows, and the shortest path to what holds it, name the leak.",
				"Look at maps, lists, caches and 'ThreadLocal' fields that are added to and never removed from, first in what %s leaves behind."
					.formatted(where),
				"Give caches a limit and entries an end.",
				"It helped when what survives collections stays level under the same load for ten minutes." };
	}

}
