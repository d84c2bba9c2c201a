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
import io.github.heapwise.diagnosis.WaitSignals.Blocked;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads hold on to their carrier while they wait. A few do so in every
 * application, such as while a class is initialized.
 */
final class PinnedRule extends NamedRule {

	private final PerformanceThresholds thresholds;

	PinnedRule(PerformanceThresholds thresholds) {
		super("threads-pinned", "Virtual threads are pinned");
		this.thresholds = thresholds;
	}

	@Override
	public Judgement judge(Signals signals) {
		Blocked pinned = signals.waits().pinned();
		if (pinned == null) {
			return Judgement.undecided("Nobody tells of pinned threads: that takes Java 21 and Flight Recorder", null);
		}
		if (signals.load() == null) {
			return LoadNeed.undecided(signals);
		}
		Evidence[] evidence = evidence(pinned, signals);
		return (pinned.count() > 0) ? Judgement.found(finding(pinned, signals, evidence)) : Judgement.passed(evidence);
	}

	private Finding finding(Blocked pinned, Signals signals, Evidence[] evidence) {
		boolean often = perSecond(pinned, signals) >= this.thresholds.pinned().perSecond();
		String culprit = ApplicationFrame.of(pinned.stack());
		return new Finding(title(pinned, culprit, signals), often ? Severity.WARNING : Severity.INFO, Confidence.HIGH,
				0.9, List.of(evidence), advice(culprit), "pinning",
				new NextStep("Pinned threads and their stack", "latency", Map.of()));
	}

	private static String title(Blocked pinned, @Nullable String culprit, Signals signals) {
		String what = (culprit != null) ? culprit + " pins virtual threads to their carriers"
				: "Virtual threads are pinned to their carriers";
		return "%s %s times a second, for up to %s".formatted(what, NumberText.of(perSecond(pinned, signals), "count"),
				NumberText.of(millis(pinned), "ms"));
	}

	private static List<String> advice(@Nullable String culprit) {
		String where = (culprit != null) ? "below '%s'".formatted(culprit) : "in the stack";
		return List.of(
				"Do not wait %s with native code or, before Java 24, a synchronized block on the stack"
					.formatted(where),
				"Before Java 24, replace synchronized around the wait with a ReentrantLock, or update to Java 25",
				"It helped when no thread is pinned under the same load");
	}

	private Evidence[] evidence(Blocked pinned, Signals signals) {
		Measured measured = new Measured(signals.judged());
		return new Evidence[] { measured.of("pinned virtual threads", perSecond(pinned, signals),
				this.thresholds.pinned().perSecond(), "count/s"),
				measured.fact("longest time a thread was pinned", millis(pinned), "ms") };
	}

	private static double perSecond(Blocked pinned, Signals signals) {
		return 1000.0 * pinned.count() / Math.max(1, signals.judged().length().toMillis());
	}

	private static double millis(Blocked pinned) {
		return pinned.longestNanos() / Measured.NANOS_OF_MILLI;
	}

}
