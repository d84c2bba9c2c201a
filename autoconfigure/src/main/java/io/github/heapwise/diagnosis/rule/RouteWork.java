package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.RouteSignal;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * What requests of a route do while there is load.
 *
 * @param signal what they cost
 * @param perSecond how many there are a second
 */
record RouteWork(RouteSignal signal, double perSecond) {

	// the median of fewer is chance
	private static final long LEAST_REQUESTS = 20;

	/**
	 * List the routes that had requests enough to judge by.
	 * @param signals what was seen
	 * @param span time under load
	 * @return the routes, as they are ordered in the signals
	 */
	static List<RouteWork> of(Signals signals, TimeSpan span) {
		long all = signals.routes().stream().mapToLong(RouteSignal::requests).sum();
		double measured = signals.trends().requestsPerSecond().within(span).mean();
		double perSecond = Double.isNaN(measured) ? 1000.0 * all / span.length().toMillis() : measured;
		return signals.routes()
			.stream()
			.filter((route) -> route.requests() >= LEAST_REQUESTS)
			.map((route) -> new RouteWork(route, perSecond * route.requests() / all))
			.toList();
	}

	String route() {
		return this.signal.route();
	}

	double medianMillis() {
		return this.signal.medianNanos() / Measured.NANOS_OF_MILLI;
	}

	/**
	 * Return the CPU time of a request.
	 * @return milliseconds, {@code null} where it is not known
	 */
	@Nullable Double cpuMillis() {
		Double ratio = this.signal.cpuRatio();
		return (ratio != null) ? (Double) (ratio * medianMillis()) : null;
	}

	/**
	 * Return the share of their time in which requests do not compute.
	 * @return a ratio from 0 to 1; 1 where CPU time is not known
	 */
	double waitingRatio() {
		Double ratio = this.signal.cpuRatio();
		return (ratio != null) ? Math.max(0, 1 - ratio) : 1;
	}

	/**
	 * Return how many requests wait at a time, by Little's law.
	 * @return a number, 0 or more
	 */
	double waiting() {
		return this.perSecond * medianMillis() / 1000 * waitingRatio();
	}

}
