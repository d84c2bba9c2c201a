package io.github.heapwise.allocation;

import java.time.Duration;

import io.github.heapwise.allocation.BucketRing.RingLimits;

/**
 * Bounds of what is kept.
 *
 * @param bucket length of a bucket
 * @param retention how far back profiles can reach
 * @param maxBytes bytes of all samples together
 * @param maxNodes nodes of the tree
 * @param maxThreadGroups thread groups told apart
 */
record AllocationLimits(Duration bucket, Duration retention, long maxBytes, int maxNodes, int maxThreadGroups) {

	private static final Duration FINE = Duration.ofMinutes(15);

	private static final Duration COARSE = Duration.ofMinutes(1);

	RingLimits ring() {
		int fineBuckets = (int) Math.max(1, FINE.dividedBy(this.bucket));
		return new RingLimits(fineBuckets, COARSE.toNanos(), this.retention.toNanos(), this.maxBytes);
	}

}
