package io.github.heapwise.diagnosis.rule;

import java.util.List;
import java.util.Map;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * The container gets less CPU than the application would use.
 */
final class ThrottledRule extends NamedRule {

	private final PerformanceThresholds thresholds;

	ThrottledRule(PerformanceThresholds thresholds) {
		super("cpu-throttled", "The container is kept from its CPUs");
		this.thresholds = thresholds;
	}

	@Override
	public Judgement judge(Signals signals) {
		if (signals.trends().throttledRatio().isEmpty()) {
			return Judgement.undecided("Nobody tells of throttling: the process runs in no container with a CPU limit",
					null);
		}
		TimeSpan span = SettledTime.of(signals, this.thresholds.warmUp());
		if (span == null) {
			return LoadNeed.undecided(signals);
		}
		Series throttled = signals.trends().throttledRatio().within(span);
		Evidence evidence = new Measured(span).of("periods of the CPU limit in which the application had to stop",
				throttled.mean(), this.thresholds.throttled().throttledRatio(), "ratio", throttled);
		return (throttled.mean() >= this.thresholds.throttled().throttledRatio())
				? Judgement.found(finding(throttled, evidence)) : Judgement.passed(evidence);
	}

	private static Finding finding(Series throttled, Evidence evidence) {
		return new Finding(
				"The container kept the application from its CPUs in %s of all periods of its limit"
					.formatted(NumberText.of(throttled.mean(), "ratio")),
				Severity.WARNING, Confidence.HIGH, 0.8, List.of(evidence),
				List.of("Raise the CPU limit of the container, or take it away and keep the request",
						"Let -XX:ActiveProcessorCount match the limit, so that the JVM starts no more threads than can run",
						"It helped when such periods stay below 1 % under the same load"),
				"throttling", new NextStep("Stalls over time", "latency", Map.of()));
	}

}
