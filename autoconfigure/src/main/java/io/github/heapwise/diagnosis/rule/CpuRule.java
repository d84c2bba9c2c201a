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
import io.github.heapwise.diagnosis.Severity;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Requests compute so much that the processors are the limit. Processors that are busy
 * with many cheap requests do what they are for.
 */
final class CpuRule extends LoadRule {

	private static final double FULLY_BUSY_RATIO = 0.9;

	private final PerformanceThresholds thresholds;

	CpuRule(PerformanceThresholds thresholds) {
		super("cpu-bound", "Requests compute too much", thresholds);
		this.thresholds = thresholds;
	}

	@Override
	Judgement judge(Signals signals, TimeSpan span) {
		Processors processors = Processors.within(signals, span);
		if (!processors.isKnown()) {
			return Judgement.undecided("CPU time was not measured", LoadNeed.ENOUGH);
		}
		RouteWork route = RouteWork.of(signals, span)
			.stream()
			.max(Comparator.comparingDouble((work) -> work.perSecond() * cpuMillis(work, processors, signals, span)))
			.orElse(null);
		double millis = (route != null) ? cpuMillis(route, processors, signals, span) : Double.NaN;
		List<Evidence> evidence = evidence(processors, route, millis, signals, span);
		return judge(processors, route, millis, evidence);
	}

	private Judgement judge(Processors processors, @Nullable RouteWork route, double millis, List<Evidence> evidence) {
		PerformanceThresholds.Cpu limits = this.thresholds.cpu();
		if (route != null && processors.busyRatio() >= limits.busyRatio() && millis >= limits.requestMillis()) {
			return Judgement.found(expensive(route, processors, millis, evidence));
		}
		return (processors.busyRatio() >= FULLY_BUSY_RATIO) ? Judgement.found(busy(processors, evidence))
				: Judgement.passed(evidence.toArray(Evidence[]::new));
	}

	// Where nobody counts the CPU time of requests, all of it is taken for theirs.
	private static double cpuMillis(RouteWork route, Processors processors, Signals signals, TimeSpan span) {
		Double known = route.cpuMillis();
		double perSecond = signals.trends().requestsPerSecond().within(span).mean();
		return (known != null) ? known : 1000 * processors.busy() / perSecond;
	}

	private static Finding expensive(RouteWork route, Processors processors, double millis, List<Evidence> evidence) {
		String title = "%s computes for %s a request, and %s of %d processors are busy".formatted(route.route(),
				NumberText.of(millis, "ms"), NumberText.of(processors.busy(), "count"), processors.count());
		return new Finding(title, Severity.WARNING, (route
			.cpuMillis() != null) ? Confidence.HIGH : Confidence.MEDIUM, 0.7, evidence, List.of(
					"Profile the CPU under load to see which method of %s computes, such as with JFR's jdk.ExecutionSample"
						.formatted(route.route()),
					"Do it once instead of for each request, in fewer steps, or outside of requests",
					"It helped when a request of %s takes less CPU time".formatted(route.route())),
				"cpu", new NextStep("CPU time of " + route.route(), "routes", Map.of("route", route.route())));
	}

	private static Finding busy(Processors processors, List<Evidence> evidence) {
		String title = "%s of %d processors are busy with requests that are cheap each: more load will be slower"
			.formatted(NumberText.of(processors.busy(), "count"), processors.count());
		return new Finding(title, Severity.INFO, Confidence.HIGH, 0.5, evidence,
				List.of("Take it as the capacity of this instance, and run more of them for more load"), "cpu",
				new NextStep("CPU time by route", "routes", Map.of()));
	}

	private List<Evidence> evidence(Processors processors, @Nullable RouteWork route, double millis, Signals signals,
			TimeSpan span) {
		Measured measured = new Measured(span);
		List<Evidence> evidence = new ArrayList<>();
		evidence.add(
				measured
					.of("processors in use, the collector's work left out", processors.busy(),
							this.thresholds.cpu().busyRatio() * processors.count(), "count",
							signals.trends().cpuRatio().within(span))
					.drawnAs("CPU of the process", "ratio", null));
		if (route != null) {
			evidence.add(measured.of("CPU time of a request of " + route.route(), millis,
					this.thresholds.cpu().requestMillis(), "ms"));
		}
		return evidence;
	}

}
