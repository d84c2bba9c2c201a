package io.github.heapwise.route;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of what requests cost. Their names lie beside {@code http.server.requests}, not
 * below, so that what is configured for that one does not touch them.
 */
public final class RouteMeters implements MeterBinder {

	private final RouteMonitor monitor;

	public RouteMeters(RouteMonitor monitor) {
		this.monitor = monitor;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.monitor.addListener(new RequestMeters(registry, this.monitor));
	}

}
