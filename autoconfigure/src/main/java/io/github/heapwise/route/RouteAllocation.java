package io.github.heapwise.route;

import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.timeline.RouteSamples.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of a route allocated. What is not known is {@code null}.
 *
 * @param mode how well it is known
 * @param meanBytes mean of a request
 * @param p50Bytes median of a request
 * @param p99Bytes 99th percentile of a request
 * @param maxBytes most that a request allocated
 * @param totalBytes all requests together
 * @param samples samples that an estimate rests on
 * @param errorRatio error to expect of an estimate
 * @param unavailableReason why figures are missing
 */
public record RouteAllocation(CostMode mode, @Nullable Double meanBytes, @Nullable Long p50Bytes,
		@Nullable Long p99Bytes, @Nullable Long maxBytes, @Nullable Long totalBytes, @Nullable Long samples,
		@Nullable Double errorRatio, @Nullable String unavailableReason) {

	static final long MIN_SAMPLES = 10;

	static final String NOT_PROFILED = "Bytes are counted on platform threads only. Here virtual threads or event"
			+ " loops serve requests, and allocation is not profiled";

	private static final RouteAllocation UNKNOWN = new RouteAllocation(CostMode.UNAVAILABLE, null, null, null, null,
			null, null, null, NOT_PROFILED);

	static RouteAllocation exact(Distribution bytes) {
		return new RouteAllocation(CostMode.EXACT, bytes.mean(), bytes.p50(), bytes.p99(), bytes.max(), bytes.total(),
				null, null, null);
	}

	static RouteAllocation sampled(Estimate estimate, long requests) {
		long samples = estimate.samples();
		if (samples < MIN_SAMPLES) {
			return new RouteAllocation(CostMode.SAMPLED, null, null, null, null, null, samples, null,
					"%d of at least %d samples: too few for an estimate".formatted(samples, MIN_SAMPLES));
		}
		// Samples come late, and may not be kept for as long: the mean is of their time.
		double mean = estimate.meanBytes();
		return new RouteAllocation(CostMode.SAMPLED, mean, null, null, null, Math.round(mean * requests), samples,
				1 / Math.sqrt(samples), null);
	}

	static RouteAllocation unknown() {
		return UNKNOWN;
	}

	/**
	 * Return what to compare routes by.
	 * @return bytes, 0 where they are not known
	 */
	long knownBytes() {
		return (this.totalBytes != null) ? this.totalBytes : 0;
	}

}
