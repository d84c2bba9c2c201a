package io.github.heapwise.route;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.heapwise.timeline.Route;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import org.jspecify.annotations.Nullable;

/**
 * Writes what requests cost to the meters of one registry. Each is registered with the
 * first request that it is for and then kept, so that no garbage is made.
 */
final class RequestMeters implements RequestListener {

	private static final int OUTCOMES = Outcome.values().length;

	private final MeterRegistry registry;

	private final RouteMonitor monitor;

	private final AtomicReferenceArray<@Nullable DistributionSummary> allocated;

	private final AtomicReferenceArray<@Nullable Timer> pauses;

	RequestMeters(MeterRegistry registry, RouteMonitor monitor) {
		this.registry = registry;
		this.monitor = monitor;
		this.allocated = new AtomicReferenceArray<>((monitor.routeCapacity() + 1) * OUTCOMES);
		this.pauses = new AtomicReferenceArray<>(monitor.routeCapacity() + 1);
	}

	@Override
	public void allocated(int route, Outcome outcome, long allocatedBytes) {
		int index = route * OUTCOMES + outcome.ordinal();
		DistributionSummary summary = this.allocated.get(index);
		if (summary == null) {
			summary = allocatedSummary(this.monitor.route(route), outcome);
			this.allocated.set(index, summary);
		}
		summary.record(allocatedBytes);
	}

	@Override
	public void paused(int route, long pauseNanos) {
		Timer timer = this.pauses.get(route);
		if (timer == null) {
			timer = pauseTimer(this.monitor.route(route));
			this.pauses.set(route, timer);
		}
		timer.record(pauseNanos, TimeUnit.NANOSECONDS);
	}

	private DistributionSummary allocatedSummary(Route route, Outcome outcome) {
		return DistributionSummary.builder("heapwise.requests.allocated")
			.description("Bytes that requests allocated")
			.baseUnit(BaseUnits.BYTES)
			.tags("method", route.method(), "uri", route.pattern(), "outcome", outcome.name())
			.register(this.registry);
	}

	private Timer pauseTimer(Route route) {
		return Timer.builder("heapwise.requests.gc.pause")
			.description("Time that requests stood still for the garbage collector")
			.tags("method", route.method(), "uri", route.pattern())
			.register(this.registry);
	}

}
