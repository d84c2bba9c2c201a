package io.github.heapwise.route;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.heapwise.timeline.RouteSamples;
import io.github.heapwise.timeline.RouteSamples.Estimate;
import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what was counted and, for requests that nobody counts, what samples tell.
 * <p>
 * Thread-safe. Some milliseconds with hundreds of routes, and 10 more where samples are
 * asked.
 */
public final class RouteReporter {

	private static final Estimate NO_SAMPLE = new Estimate(0, 0, 0);

	private final RouteMonitor monitor;

	private final Supplier<@Nullable RouteSamples> samples;

	/**
	 * Create a reporter.
	 * @param monitor what was counted
	 * @param samples what samples tell, {@code null} where nobody takes any; asked each
	 * time
	 */
	public RouteReporter(RouteMonitor monitor, Supplier<@Nullable RouteSamples> samples) {
		this.monitor = monitor;
		this.samples = samples;
	}

	/**
	 * Return what requests cost in the window.
	 * @return the report
	 */
	public RouteReport report() {
		return report(this.monitor.routes());
	}

	/**
	 * Return what requests cost in a part of the window.
	 * @param from start of the part
	 * @param to end of the part
	 * @return the report
	 * @see RouteMonitor#routes(Instant, Instant)
	 */
	public RouteReport report(Instant from, Instant to) {
		return report(this.monitor.routes(from, to));
	}

	private RouteReport report(RoutesWindow window) {
		Map<Integer, Estimate> estimates = isCounted(window) ? Map.of() : estimates(window);
		List<RouteCost> costs = window.routes()
			.stream()
			.map((route) -> new RouteCost(route, allocation(route, estimates)))
			.sorted(Comparator.comparingLong((RouteCost cost) -> cost.allocation().knownBytes()).reversed())
			.toList();
		Map<Boolean, List<RouteCost>> byIsOther = costs.stream()
			.collect(Collectors.partitioningBy((cost) -> cost.window().number() == RouteTable.OTHER));
		CostMode mode = mode(window);
		return new RouteReport(window, mode, reason(mode), byIsOther.getOrDefault(false, List.of()),
				byIsOther.getOrDefault(true, List.of()).stream().findFirst().orElse(null));
	}

	private Map<Integer, Estimate> estimates(RoutesWindow window) {
		RouteSamples known = this.samples.get();
		return (known != null) ? known.during(window.from(), window.time()) : Map.of();
	}

	private RouteAllocation allocation(RouteWindow route, Map<Integer, Estimate> estimates) {
		if (route.isExact()) {
			return RouteAllocation.exact(route.bytes());
		}
		return (this.samples.get() != null)
				? RouteAllocation.sampled(estimates.getOrDefault(route.number(), NO_SAMPLE), route.requests())
				: RouteAllocation.unknown();
	}

	private CostMode mode(RoutesWindow window) {
		if (this.monitor.unavailableReason() != null) {
			return CostMode.UNAVAILABLE;
		}
		long requests = window.routes().stream().mapToLong(RouteWindow::requests).sum();
		long exact = window.routes().stream().mapToLong(RouteWindow::exactRequests).sum();
		if ((requests > 0) ? 2 * exact > requests : this.monitor.settings().counted()) {
			return CostMode.EXACT;
		}
		return (this.samples.get() != null) ? CostMode.SAMPLED : CostMode.UNAVAILABLE;
	}

	private @Nullable String reason(CostMode mode) {
		if (mode != CostMode.UNAVAILABLE) {
			return null;
		}
		String reason = this.monitor.unavailableReason();
		return (reason != null) ? reason : RouteAllocation.NOT_PROFILED;
	}

	private static boolean isCounted(RoutesWindow window) {
		return window.routes().stream().allMatch(RouteWindow::isExact);
	}

}
