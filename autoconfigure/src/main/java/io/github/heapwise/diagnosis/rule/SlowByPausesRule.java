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
import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * The slowest requests are slow because the collector stops them. That they met a pause
 * does not make it so, as long requests meet one anyway: pauses have to be as long as
 * what they take more than others.
 */
final class SlowByPausesRule extends LoadRule {

	// a hundredth of fewer is a single one
	private static final long LEAST_REQUESTS = 300;

	private final PerformanceThresholds thresholds;

	SlowByPausesRule(PerformanceThresholds thresholds) {
		super("slow-by-pauses", "Pauses make requests slow", thresholds);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, TimeSpan span) {
		List<RouteSignal> routes = signals.routes()
			.stream()
			.filter((route) -> route.requests() >= LEAST_REQUESTS)
			.toList();
		if (routes.isEmpty()) {
			return Judgement.undecided("No route had %d requests".formatted(LEAST_REQUESTS), LoadNeed.ENOUGH);
		}
		return judge(routes, StopTimes.within(signals, span));
	}

	private Judgement judge(List<RouteSignal> routes, StopTimes stops) {
		Comparator<RouteSignal> byExcess = Comparator.comparingDouble(SlowByPausesRule::slowerMillis);
		return routes.stream()
			.filter((route) -> isSlowed(route, stops))
			.max(byExcess)
			.map((route) -> Judgement.found(finding(route, stops)))
			.or(() -> routes.stream().max(byExcess).map((route) -> Judgement.passed(evidence(route, stops))))
			.orElseThrow();
	}

	private boolean isSlowed(RouteSignal route, StopTimes stops) {
		PerformanceThresholds.Paused limits = this.thresholds.paused();
		return slowerMillis(route) >= limits.slowerMillis() && route.slowestPausedRatio() >= limits.pausedRatio()
				&& explainedRatio(route, stops) >= limits.pausedRatio();
	}

	private Finding finding(RouteSignal route, StopTimes stops) {
		boolean often = stops.countFrom(stops.longestMillis() / 2) >= this.thresholds.paused().pauses();
		String title = "The slowest requests of %s take %s instead of %s because the collector stops them"
			.formatted(route.route(), NumberText.of(p99Millis(route), "ms"), NumberText.of(medianMillis(route), "ms"));
		return new Finding(title, often ? Severity.WARNING : Severity.INFO, Confidence.MEDIUM, 0.3,
				List.of(evidence(route, stops)),
				List.of("See the findings about the collector and what is allocated first: this is what they cost",
						"It helped when the 99th percentile of %s comes close to its median".formatted(route.route())),
				"pauses", new NextStep("Pauses and their causes", "gc", Map.of()));
	}

	private Evidence[] evidence(RouteSignal route, StopTimes stops) {
		Measured measured = new Measured(stops.span());
		PerformanceThresholds.Paused limits = this.thresholds.paused();
		return new Evidence[] {
				measured.of("what the slowest requests of %s take more than most".formatted(route.route()),
						slowerMillis(route), limits.slowerMillis(), "ms"),
				measured.of("slowest requests that met a pause", route.slowestPausedRatio(), limits.pausedRatio(),
						"ratio"),
				measured.of("part of the difference that pauses explain", explainedRatio(route, stops),
						limits.pausedRatio(), "ratio"),
				measured.fact("longest pause", stops.longestMillis(), "ms") };
	}

	private static double explainedRatio(RouteSignal route, StopTimes stops) {
		double slower = slowerMillis(route);
		return (slower > 0) ? Math.min(1, stops.mostWithin(p99Millis(route)) / slower) : 0;
	}

	private static double slowerMillis(RouteSignal route) {
		return p99Millis(route) - medianMillis(route);
	}

	private static double medianMillis(RouteSignal route) {
		return route.medianNanos() / Measured.NANOS_OF_MILLI;
	}

	private static double p99Millis(RouteSignal route) {
		return route.p99Nanos() / Measured.NANOS_OF_MILLI;
	}

}
