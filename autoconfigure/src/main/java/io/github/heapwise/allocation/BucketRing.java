package io.github.heapwise.allocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The finished buckets, oldest first. Recent ones stay as they are, older ones are merged
 * to coarse ones, the oldest are dropped once retention or memory is used up.
 * <p>
 * Not thread-safe.
 */
final class BucketRing {

	private final RingLimits limits;

	private final Deque<Bucket> fine = new ArrayDeque<>();

	private final Deque<Bucket> coarse = new ArrayDeque<>();

	private long packedBytes;

	BucketRing(RingLimits limits) {
		this.limits = limits;
	}

	void add(Bucket bucket) {
		this.fine.addLast(bucket);
		this.packedBytes += bucket.cells().packedBytes();
		while (this.fine.size() > this.limits.fineBuckets()) {
			coarsen();
		}
		dropOutdated(bucket.endNanos());
	}

	List<Bucket> overlapping(long fromNanos, long toNanos) {
		return all().stream().filter((bucket) -> bucket.overlaps(fromNanos, toNanos)).toList();
	}

	List<Bucket> all() {
		List<Bucket> buckets = new ArrayList<>(this.coarse);
		buckets.addAll(this.fine);
		return buckets;
	}

	long heapBytes() {
		return all().stream().mapToLong(Bucket::heapBytes).sum();
	}

	long packedBytes() {
		return this.packedBytes;
	}

	void replaceAll(UnaryOperator<Bucket> change) {
		replaceAll(this.coarse, change);
		replaceAll(this.fine, change);
		this.packedBytes = all().stream().mapToLong((bucket) -> bucket.cells().packedBytes()).sum();
	}

	private static void replaceAll(Deque<Bucket> buckets, UnaryOperator<Bucket> change) {
		List<Bucket> changed = buckets.stream().map(change).toList();
		buckets.clear();
		buckets.addAll(changed);
	}

	// Only buckets of the same regime can be merged: their samples are weighed alike.
	private void coarsen() {
		List<Bucket> merged = new ArrayList<>();
		Bucket first = this.fine.removeFirst();
		merged.add(first);
		while (!this.fine.isEmpty() && this.fine.getFirst().regime() == first.regime()
				&& this.fine.getFirst().endNanos() - first.startNanos() <= this.limits.coarseNanos()) {
			merged.add(this.fine.removeFirst());
		}
		Bucket result = Bucket.merge(merged);
		merged.forEach((bucket) -> this.packedBytes -= bucket.cells().packedBytes());
		this.packedBytes += result.cells().packedBytes();
		this.coarse.addLast(result);
	}

	private void dropOutdated(long nowNanos) {
		while (isOutdated(oldest(), nowNanos)) {
			Bucket dropped = this.coarse.isEmpty() ? this.fine.removeFirst() : this.coarse.removeFirst();
			this.packedBytes -= dropped.cells().packedBytes();
		}
	}

	private boolean isOutdated(Bucket oldest, long nowNanos) {
		boolean last = this.coarse.size() + this.fine.size() == 1;
		return !last && (oldest.endNanos() < nowNanos - this.limits.retentionNanos()
				|| this.packedBytes > this.limits.maxBytes());
	}

	private Bucket oldest() {
		return this.coarse.isEmpty() ? this.fine.getFirst() : this.coarse.getFirst();
	}

	/**
	 * Bounds of a ring.
	 *
	 * @param fineBuckets how many buckets stay as they are
	 * @param coarseNanos length of a merged bucket
	 * @param retentionNanos how far back the ring reaches
	 * @param maxBytes bytes of all cells together
	 */
	record RingLimits(int fineBuckets, long coarseNanos, long retentionNanos, long maxBytes) {
	}

}
