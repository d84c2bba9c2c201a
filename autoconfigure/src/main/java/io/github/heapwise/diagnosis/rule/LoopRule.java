package io.github.heapwise.diagnosis.rule;

import java.util.Comparator;
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
import io.github.heapwise.diagnosis.WaitSignals.Blocked;
import io.github.heapwise.diagnosis.WaitSignals.LoopWait;
import org.jspecify.annotations.Nullable;

/**
 * Something blocks an event loop, and all its connections with it.
 */
final class LoopRule extends LoadRule {

	private final PerformanceThresholds thresholds;

	LoopRule(PerformanceThresholds thresholds) {
		super("loop-blocked", "An event loop is blocked", thresholds);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, TimeSpan span) {
		return signals.waits()
			.loops()
			.stream()
			.max(Comparator.comparingLong(LoopWait::p99Nanos).thenComparingLong(LoopWait::maxNanos))
			.map((loop) -> judge(loop, signals, span))
			.orElseGet(() -> Judgement.passed(new Measured(span).fact("event loops", 0, "count")));
	}

	private Judgement judge(LoopWait loop, Signals signals, TimeSpan span) {
		LateSeconds late = LateSeconds.of(loop.delayMillis().within(span), loop.maxNanos() / Measured.NANOS_OF_MILLI,
				this.thresholds.loop().maxMillis());
		boolean often = p99Millis(loop) >= this.thresholds.loop().p99Millis();
		Evidence[] evidence = evidence(loop, late, span);
		return (often || late.seconds() > 0) ? Judgement.found(finding(loop, late, signals, span, evidence))
				: Judgement.passed(evidence);
	}

	private Finding finding(LoopWait loop, LateSeconds late, Signals signals, TimeSpan span, Evidence[] evidence) {
		String culprit = culprit(loop.longest());
		Severity severity = isOften(loop, late, signals, span) && isOfTheLoop(culprit, late, signals, span)
				? Severity.WARNING : Severity.INFO;
		return new Finding(title(loop, culprit, late), severity,
				(culprit != null) ? Confidence.HIGH : Confidence.MEDIUM, 0.95, List.of(evidence), advice(culprit),
				"event-loop",
				new NextStep("What blocked '%s'".formatted(loop.name()), "latency", Map.of("loop", loop.name())));
	}

	// A percentile cannot leave out the warm-up.
	private boolean isOften(LoopWait loop, LateSeconds late, Signals signals, TimeSpan span) {
		return late.seconds() >= this.thresholds.loop().seconds()
				|| (p99Millis(loop) >= this.thresholds.loop().p99Millis() && span.equals(signals.judged()));
	}

	// The collector stops loops like all else, and a busy processor delays them.
	private boolean isOfTheLoop(@Nullable String culprit, LateSeconds late, Signals signals, TimeSpan span) {
		long pauses = StopTimes.within(signals, span).countFrom(this.thresholds.loop().maxMillis() / 2);
		boolean busy = Processors.within(signals, span).busyRatio() >= this.thresholds.cpu().busyRatio();
		return (pauses == 0 || pauses < late.seconds()) && (culprit != null || !busy);
	}

	private static @Nullable String culprit(@Nullable Blocked longest) {
		return (longest != null) ? ApplicationFrame.of(longest.stack()) : null;
	}

	private static String title(LoopWait loop, @Nullable String culprit, LateSeconds late) {
		String time = NumberText.of(late.longestMillis(), "ms");
		return (culprit != null) ? "%s blocks event loop '%s' for up to %s".formatted(culprit, loop.name(), time)
				: "Tasks of event loop '%s' wait up to %s".formatted(loop.name(), time);
	}

	private static List<String> advice(@Nullable String culprit) {
		String what = (culprit != null) ? "what '%s' does".formatted(culprit) : "what blocks";
		return List.of("Move %s off the loop, with subscribeOn(Schedulers.boundedElastic()) in Reactor".formatted(what),
				"Or replace it with a call that does not block, such as WebClient instead of RestClient",
				"It helped when the longest delay of the loop stays below 20 ms under the same load");
	}

	private Evidence[] evidence(LoopWait loop, LateSeconds late, TimeSpan span) {
		Measured measured = new Measured(span);
		PerformanceThresholds.Loop limits = this.thresholds.loop();
		return new Evidence[] {
				measured.of("longest delay of event loop '%s'".formatted(loop.name()), late.longestMillis(),
						limits.maxMillis(), "ms", late.series()),
				measured.of("99th percentile of the delays", p99Millis(loop), limits.p99Millis(), "ms"),
				measured.of("seconds with such a delay", late.seconds(), (double) limits.seconds(), "count") };
	}

	private static double p99Millis(LoopWait loop) {
		return loop.p99Nanos() / Measured.NANOS_OF_MILLI;
	}

}
