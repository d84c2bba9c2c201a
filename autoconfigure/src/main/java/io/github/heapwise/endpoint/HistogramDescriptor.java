package io.github.heapwise.endpoint;

import io.github.heapwise.histogram.Distribution;

/**
 * Durations of the last minutes, as they are sent. All in nanoseconds, 0 where there were
 * none.
 *
 * @param count how many there were
 * @param minNanos shortest
 * @param maxNanos longest
 * @param meanNanos mean
 * @param stddevNanos standard deviation
 * @param p50Nanos median
 * @param p75Nanos 75th percentile
 * @param p90Nanos 90th percentile
 * @param p97_5Nanos 97.5th percentile
 * @param p99Nanos 99th percentile
 * @param p99_9Nanos 99.9th percentile
 * @param exceeds how many were longer than the histogram can tell, an hour
 */
public record HistogramDescriptor(long count, long minNanos, long maxNanos, double meanNanos, double stddevNanos,
		long p50Nanos, long p75Nanos, long p90Nanos, long p97_5Nanos, long p99Nanos, long p99_9Nanos, long exceeds) {

	/**
	 * Describe a distribution of nanoseconds.
	 * @param nanos the distribution
	 * @return its figures
	 */
	public static HistogramDescriptor of(Distribution nanos) {
		return new HistogramDescriptor(nanos.count(), nanos.min(), nanos.max(), nanos.mean(), nanos.stddev(),
				nanos.p50(), nanos.p75(), nanos.p90(), nanos.p975(), nanos.p99(), nanos.p999(), nanos.exceeds());
	}

}
