package io.github.heapwise.route.endpoint;

import java.util.Locale;

import io.github.heapwise.route.RouteAllocation;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of a route allocated, as it is sent.
 *
 * @param mode {@code exact}, {@code sampled} or {@code unavailable}
 * @param meanBytes mean of a request
 * @param p50Bytes median of a request
 * @param p99Bytes 99th percentile of a request
 * @param maxBytes most that a request allocated
 * @param totalBytes all requests together
 * @param samples samples that an estimate rests on
 * @param errorRatio error to expect of an estimate
 * @param shareRatio share of what the whole process allocated
 * @param unavailableReason why figures are missing
 */
record AllocatedDescriptor(String mode, @Nullable Double meanBytes, @Nullable Long p50Bytes, @Nullable Long p99Bytes,
		@Nullable Long maxBytes, @Nullable Long totalBytes, @Nullable Long samples, @Nullable Double errorRatio,
		@Nullable Double shareRatio, @Nullable String unavailableReason) {

	static AllocatedDescriptor of(RouteAllocation allocation, @Nullable Long processBytes) {
		return new AllocatedDescriptor(allocation.mode().name().toLowerCase(Locale.ROOT), allocation.meanBytes(),
				allocation.p50Bytes(), allocation.p99Bytes(), allocation.maxBytes(), allocation.totalBytes(),
				allocation.samples(), allocation.errorRatio(), share(allocation.totalBytes(), processBytes),
				allocation.unavailableReason());
	}

	private static @Nullable Double share(@Nullable Long bytes, @Nullable Long processBytes) {
		return (bytes != null && processBytes != null && processBytes > 0)
				? (Double) Math.min(1, (double) bytes / processBytes) : null;
	}

}
