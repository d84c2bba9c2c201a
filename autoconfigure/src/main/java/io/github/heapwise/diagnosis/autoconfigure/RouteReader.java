package io.github.heapwise.diagnosis.autoconfigure;

import java.util.List;

import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.route.RouteAllocation;
import io.github.heapwise.route.RouteCost;
import io.github.heapwise.route.RouteReport;
import io.github.heapwise.route.RouteReporter;
import io.github.heapwise.route.RouteWindow;
import org.jspecify.annotations.Nullable;

/**
 * Reads what requests cost in the time that is judged, or rather in the slices of ten
 * seconds whose middle lies in it. What lies further back than the window of the routes
 * is not told.
 */
final class RouteReader {

	private RouteReader() {
	}

	static List<RouteSignal> read(@Nullable RouteReporter reporter, TimeSpan judged) {
		return (reporter != null) ? signals(reporter.report(judged.from(), judged.to())) : List.of();
	}

	static List<RouteSignal> signals(RouteReport report) {
		return report.routes().stream().map((cost) -> signal(cost, report.window().allocatedBytes())).toList();
	}

	private static RouteSignal signal(RouteCost cost, @Nullable Long processBytes) {
		RouteWindow window = cost.window();
		RouteAllocation allocation = cost.allocation();
		return new RouteSignal(window.route().toString(), window.requests(), window.errors(), window.latency().p50(),
				window.latency().p99(), allocation.meanBytes(), ratio(allocation.totalBytes(), processBytes),
				ratio(window.cpuNanos(), window.latency().total()), window.slowestPausedRatio());
	}

	// Both are estimates at times, so that a part may seem to be larger than the whole.
	private static @Nullable Double ratio(@Nullable Long part, @Nullable Long whole) {
		return (part != null && whole != null && whole > 0) ? (Double) Math.min(1, (double) part / whole) : null;
	}

}
