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

/**
 * The application did too little for others to judge its performance.
 */
final class LittleLoadRule extends NamedRule {

	private final PerformanceThresholds.Load limits;

	LittleLoadRule(PerformanceThresholds thresholds) {
		super("too-little-load", "Too little load to judge");
		this.limits = thresholds.load();
	}

	@Override
	public Judgement judge(Signals signals) {
		double seconds = (signals.load() != null) ? signals.load().length().toMillis() / 1000.0 : 0;
		Series served = signals.trends().requestsPerSecond().within(signals.judged());
		Measured measured = new Measured(signals.judged());
		// one value each second
		Evidence[] evidence = { measured.of("seconds under load", seconds, this.limits.seconds(), "s"),
				measured.of("requests", served.values().sum(), (double) this.limits.requests(), "count", served)
					.drawnAs("Requests a second", "count/s", null) };
		boolean few = !served.isEmpty() && served.values().sum() < this.limits.requests();
		return (seconds < this.limits.seconds() || few) ? Judgement.found(finding(served, signals, evidence))
				: Judgement.passed(evidence);
	}

	private static Finding finding(Series served, Signals signals, Evidence[] evidence) {
		String requests = served.isEmpty() ? "no requests are seen"
				: NumberText.of(served.mean(), "count") + " requests a second";
		String title = "Too little load to judge performance: %s in %s s".formatted(requests,
				NumberText.of(signals.judged().length().toSeconds(), "count"));
		return new Finding(title, Severity.INFO, Confidence.HIGH, 0, List.of(evidence),
				List.of("Send it what it gets in production for 30 seconds, then look again",
						"Growth of memory is judged without load too, but shows faster with it"),
				"load", new NextStep("Requests by route", "routes", Map.of()));
	}

}
