package io.github.heapwise.diagnosis.rule;

import java.util.ArrayList;
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
import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * One route of several allocates most. No more than good to know: whether it costs
 * anything is for others to tell.
 */
final class DominatingRouteRule extends LoadRule {

	private final PerformanceThresholds thresholds;

	DominatingRouteRule(PerformanceThresholds thresholds) {
		super("route-dominates", "One route allocates most", thresholds);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, TimeSpan span) {
		return signals.routes()
			.stream()
			.filter((route) -> route.shareRatio() != null)
			.max(Comparator.comparingDouble(DominatingRouteRule::share))
			.map((route) -> judge(route, signals, span))
			.orElseGet(() -> Judgement.undecided("What requests of routes allocate was not measured", LoadNeed.ENOUGH));
	}

	private Judgement judge(RouteSignal route, Signals signals, TimeSpan span) {
		PerformanceThresholds.Dominates limits = this.thresholds.dominates();
		Series allocated = signals.trends().allocatedBytesPerSecond().within(span);
		List<Evidence> evidence = evidence(route, allocated, span);
		boolean dominates = signals.routes().size() > 1 && share(route) >= limits.shareRatio()
				&& allocated.mean() >= limits.bytesPerSecond();
		return dominates ? Judgement.found(finding(route, evidence, signals.judged()))
				: Judgement.passed(evidence.toArray(Evidence[]::new));
	}

	private static Finding finding(RouteSignal route, List<Evidence> evidence, TimeSpan judged) {
		Double mean = route.meanBytes();
		String title = "%s allocates %s of all bytes".formatted(route.route(), NumberText.of(share(route), "ratio"))
				+ ((mean != null) ? ", %s a request".formatted(NumberText.flow(mean)) : "");
		return new Finding(title, Severity.INFO, Confidence.HIGH, share(route), evidence,
				List.of("Begin with %s if you want to allocate less: see which functions do it"
					.formatted(route.route())),
				"churn", new NextStep("What %s allocates".formatted(route.route()), "allocations", Map.of("route",
						route.route(), "from", judged.from().toString(), "to", judged.to().toString())));
	}

	private List<Evidence> evidence(RouteSignal route, Series allocated, TimeSpan span) {
		Measured measured = new Measured(span);
		PerformanceThresholds.Dominates limits = this.thresholds.dominates();
		List<Evidence> evidence = new ArrayList<>();
		evidence.add(measured.of("share of %s".formatted(route.route()), share(route), limits.shareRatio(), "ratio"));
		evidence.add(
				measured.of("bytes allocated by all", allocated.mean(), limits.bytesPerSecond(), "bytes/s", allocated));
		return evidence;
	}

	private static double share(RouteSignal route) {
		Double ratio = route.shareRatio();
		return (ratio != null) ? ratio : 0;
	}

}
