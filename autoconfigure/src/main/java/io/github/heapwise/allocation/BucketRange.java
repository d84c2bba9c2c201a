package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.github.heapwise.jvm.AllocatedBytesCounters;

/**
 * The buckets of a range of time among all that are retained.
 */
final class BucketRange {

	private static final int BUCKETS_BEFORE = 30;

	private final Predicate<Bucket> inRange;

	private final List<Bucket> retained;

	private final List<Bucket> buckets;

	private final SampleTree tree;

	private final ThreadGroups groups;

	private BucketRange(Predicate<Bucket> inRange, List<Bucket> retained, SampleTree tree, ThreadGroups groups) {
		this.inRange = inRange;
		this.retained = retained;
		this.buckets = retained.stream().filter(inRange).toList();
		this.tree = tree;
		this.groups = groups;
	}

	/**
	 * Choose all buckets that a range touches: it grows to whole ones.
	 * @param from start of the range
	 * @param to end of the range
	 * @param retained all buckets
	 * @param tree their nodes
	 * @param groups their thread groups
	 * @return the buckets in the range
	 */
	static BucketRange overlapping(Instant from, Instant to, List<Bucket> retained, SampleTree tree,
			ThreadGroups groups) {
		long fromNanos = AllocatedBytesCounters.nanos(from);
		long toNanos = AllocatedBytesCounters.nanos(to);
		return new BucketRange((bucket) -> bucket.overlaps(fromNanos, toNanos), retained, tree, groups);
	}

	/**
	 * Choose the buckets whose middle is in a range: of ranges side by side each bucket
	 * is in one.
	 * @param from start of the range
	 * @param to end of the range
	 * @param retained all buckets
	 * @param tree their nodes
	 * @param groups their thread groups
	 * @return the buckets in the range
	 */
	static BucketRange centeredIn(Instant from, Instant to, List<Bucket> retained, SampleTree tree,
			ThreadGroups groups) {
		long fromNanos = AllocatedBytesCounters.nanos(from);
		long toNanos = AllocatedBytesCounters.nanos(to);
		return new BucketRange((bucket) -> bucket.isCenteredIn(fromNanos, toNanos), retained, tree, groups);
	}

	List<Bucket> buckets() {
		return this.buckets;
	}

	boolean contains(Bucket bucket) {
		return this.inRange.test(bucket);
	}

	List<Bucket> retained() {
		return this.retained;
	}

	/**
	 * Make what turns their samples into estimates.
	 * @return one for all buckets of a regime
	 */
	Collection<GroupScaling> scalings() {
		Map<Regime, GroupScaling> scalings = new EnumMap<>(Regime.class);
		for (Bucket bucket : this.buckets) {
			scalings
				.computeIfAbsent(bucket.regime(),
						(regime) -> new GroupScaling(regime, this.tree, this.groups, this::stacksBefore))
				.add(bucket);
		}
		return scalings.values();
	}

	// Not simply that of the first: the clock may have been set back since.
	Instant from(Instant none) {
		return this.buckets.stream()
			.map(Bucket::startNanos)
			.min(Long::compare)
			.map((nanos) -> Instant.ofEpochSecond(0, nanos))
			.orElse(none);
	}

	Instant to(Instant none) {
		return this.buckets.stream()
			.map(Bucket::endNanos)
			.max(Long::compare)
			.map((nanos) -> Instant.ofEpochSecond(0, nanos))
			.orElse(none);
	}

	Duration recorded() {
		return Duration.ofNanos(this.buckets.stream().mapToLong(Bucket::nanos).sum());
	}

	Set<SamplingMode> sampling() {
		Set<SamplingMode> modes = EnumSet.noneOf(SamplingMode.class);
		this.buckets.forEach((bucket) -> modes.add(bucket.sampling()));
		return modes;
	}

	long dropped() {
		return this.buckets.stream().mapToLong(Bucket::dropped).sum();
	}

	RouteCounts routes() {
		return RouteCounts.sum(this.buckets.stream().map(Bucket::routes).toList());
	}

	// Enough to meet what runs once in some minutes, and cheap to read.
	private KnownStacks stacksBefore() {
		KnownStacks known = new KnownStacks(this.tree, this.groups::pool);
		int end = this.retained.indexOf(this.buckets.get(0));
		this.retained.subList(Math.max(0, end - BUCKETS_BEFORE), end)
			.forEach((bucket) -> bucket.cells().forEach(known));
		return known;
	}

}
