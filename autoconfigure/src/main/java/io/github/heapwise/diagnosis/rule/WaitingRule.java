package io.github.heapwise.diagnosis.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.heapwise.diagnosis.Confidence;
import io.github.heapwise.diagnosis.Evidence;
import io.github.heapwise.diagnosis.Finding;
import io.github.heapwise.diagnosis.Judgement;
import io.github.heapwise.diagnosis.NextStep;
import io.github.heapwise.diagnosis.NumberText;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * Requests are slow although the processors are idle: they wait for a database, a
 * service, a file or a lock. Idle processors alone tell nothing, as they are idle under
 * little load too: more requests have to wait at a time than there are processors.
 */
final class WaitingRule extends LoadRule {

	private final PerformanceThresholds thresholds;

	WaitingRule(PerformanceThresholds thresholds) {
		super("waiting-on-io", "Requests wait while processors are idle", thresholds);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, TimeSpan span) {
		Processors processors = Processors.within(signals, span);
		Optional<RouteWork> most = RouteWork.of(signals, span)
			.stream()
			.filter((route) -> route.medianMillis() < this.thresholds.waiting().longPollMillis())
			.max(Comparator.comparingDouble(RouteWork::waiting));
		if (most.isEmpty() || !processors.isKnown()) {
			return Judgement.undecided("Requests of a route and CPU time were not measured", LoadNeed.ENOUGH);
		}
		return judge(most.get(), processors, StopTimes.within(signals, span));
	}

	private Judgement judge(RouteWork route, Processors processors, StopTimes stops) {
		Evidence[] evidence = evidence(route, processors, stops);
		if (!isWaiting(route, processors)) {
			return Judgement.passed(evidence);
		}
		// While half as many are idle in spite of the others, hardly anything waits for
		// one.
		if (processors.idleRatio() < this.thresholds.waiting().idleRatio() / 2) {
			return Judgement.undecided(
					"Only %s of %d processors were idle, as other processes used them too: requests may wait for one"
						.formatted(NumberText.of(processors.idle(), "count"), processors.count()),
					null);
		}
		// Requests that the collector stops wait as well, and their processors too.
		if (stops.ratio() >= this.thresholds.waiting().stoppedRatio()) {
			return Judgement.undecided("The collector stopped the application for %s of the time: see to that first"
				.formatted(NumberText.of(stops.ratio(), "ratio")), null);
		}
		return Judgement.found(finding(route, processors, evidence));
	}

	private boolean isWaiting(RouteWork route, Processors processors) {
		PerformanceThresholds.Waiting limits = this.thresholds.waiting();
		return route.medianMillis() >= limits.medianMillis() && route.waitingRatio() >= limits.waitingRatio()
				&& route.waiting() >= processors.count() && 1 - processors.busyRatio() >= limits.idleRatio();
	}

	private static Finding finding(RouteWork route, Processors processors, Evidence[] evidence) {
		boolean known = route.cpuMillis() != null;
		String title = "%s waits %s of its %s while %s of %d processors are idle: not a problem of memory".formatted(
				route.route(), known ? NumberText.of(route.waitingRatio(), "ratio") : "most",
				NumberText.of(route.medianMillis(), "ms"), NumberText.of(processors.idle(), "count"),
				processors.count());
		return new Finding(title, Severity.WARNING, known ? Confidence.HIGH : Confidence.MEDIUM, 0.55,
				List.of(evidence), advice(route), "waiting",
				new NextStep("Latency and CPU time of " + route.route(), "routes", Map.of("route", route.route())));
	}

	private static List<String> advice(RouteWork route) {
		return List.of(
				"Take a few thread dumps under load and read what the threads of %s wait for: database, service, file or lock"
					.formatted(route.route()),
				"Make calls that do not need each other at the same time, and leave out those whose answer could be cached",
				"More memory, threads or processors will not help as long as each request waits as long",
				"It helped when the median of %s falls while its CPU time a request stays".formatted(route.route()));
	}

	private Evidence[] evidence(RouteWork route, Processors processors, StopTimes stops) {
		Measured measured = new Measured(stops.span());
		PerformanceThresholds.Waiting limits = this.thresholds.waiting();
		return new Evidence[] {
				measured.of("requests of %s that wait at a time".formatted(route.route()), route.waiting(),
						(double) processors.count(), "count"),
				measured.of("median latency", route.medianMillis(), limits.medianMillis(), "ms"),
				measured.of("share of it that is no CPU time", route.waitingRatio(), limits.waitingRatio(), "ratio"),
				measured.of("processors that the application left idle, the collector's work left out",
						1 - processors.busyRatio(), limits.idleRatio(), "ratio"),
				measured.of("processors that nobody but the collector used, as far as is known", processors.idleRatio(),
						limits.idleRatio() / 2, "ratio"),
				measured.of("time stopped by the collector", stops.ratio(), limits.stoppedRatio(), "ratio") };
	}

}
