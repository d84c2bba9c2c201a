package io.github.heapwise.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * What the requests of a route cost in the window.
 *
 * @param route method and pattern
 * @param requests requests that ended
 * @param errors those that failed
 * @param medianNanos median of the time they took
 * @param p99Nanos 99th percentile
 * @param meanBytes what one allocated, {@code null} where it is not known
 * @param shareRatio share of all bytes of the process, {@code null} where it is not known
 * @param cpuRatio share of their time that they used a CPU, {@code null} where it is not
 * known
 * @param slowestPausedRatio share of the slowest hundredth that met a pause of the
 * collector, however short
 */
public record RouteSignal(String route, long requests, long errors, long medianNanos, long p99Nanos,
		@Nullable Double meanBytes, @Nullable Double shareRatio, @Nullable Double cpuRatio, double slowestPausedRatio) {

}
