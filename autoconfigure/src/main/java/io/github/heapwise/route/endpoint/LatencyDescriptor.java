package io.github.heapwise.route.endpoint;

import io.github.heapwise.histogram.Distribution;

/**
 * A distribution of times, as it is sent. All nanoseconds but for the counts.
 *
 * @param count how many values
 * @param minNanos smallest value
 * @param maxNanos largest value
 * @param meanNanos mean
 * @param stddevNanos standard deviation
 * @param p50Nanos median
 * @param p75Nanos 75th percentile
 * @param p90Nanos 90th percentile
 * @param p97_5Nanos 97.5th percentile
 * @param p99Nanos 99th percentile
 * @param p99_9Nanos 99.9th percentile
 * @param exceeds values beyond what is told apart
 */
record LatencyDescriptor(long count, long minNanos, long maxNanos, double meanNanos, double stddevNanos, long p50Nanos,
		long p75Nanos, long p90Nanos, long p97_5Nanos, long p99Nanos, long p99_9Nanos, long exceeds) {

	static LatencyDescriptor of(Distribution nanos) {
		return new LatencyDescriptor(nanos.count(), nanos.min(), nanos.max(), nanos.mean(), nanos.stddev(), nanos.p50(),
				nanos.p75(), nanos.p90(), nanos.p975(), nanos.p99(), nanos.p999(), nanos.exceeds());
	}

}
