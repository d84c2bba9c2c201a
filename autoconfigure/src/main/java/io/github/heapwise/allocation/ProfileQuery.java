package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

import io.github.heapwise.allocation.AllocationProfile.ThreadBytes;
import io.github.heapwise.allocation.AllocationProfile.TimelineEntry;
import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.jvm.AllocatedBytesCounters;
import io.github.heapwise.jvm.TotalAllocatedBytes;

/**
 * One run of a query over the buckets in its range.
 */
final class ProfileQuery {

	private static final int MAX_THREADS = 50;

	private static final int BUCKETS_BEFORE = 30;

	private final AllocationQuery query;

	private final List<Bucket> retained;

	private final List<Bucket> buckets;

	private final SampleTree tree;

	private final ThreadGroups groups;

	private final CallTreeBuilder builder;

	private final Map<Integer, Long> bytesByGroup = new TreeMap<>();

	private long samples;

	private double ownBytes;

	private double bytesOfAllThreads;

	private double notSampledBytes;

	private double total;

	private double truncated;

	ProfileQuery(AllocationQuery query, List<Bucket> retained, SampleTree tree, ThreadGroups groups) {
		this.query = query;
		this.retained = retained;
		this.tree = tree;
		this.groups = groups;
		this.builder = tree.builder();
		this.buckets = retained.stream().filter((bucket) -> isInRange(query, bucket)).toList();
	}

	AllocationProfile run() {
		boolean scaled = true;
		for (GroupScaling scaling : scalings()) {
			scaling.forEach(this::add);
			scaled &= scaling.isComplete();
			scaling.exact().bytesByGroup().forEach((group, bytes) -> this.bytesByGroup.merge(group, bytes, Long::sum));
		}
		CallTree result = this.builder.build();
		return new AllocationProfile(from(), to(), recorded(), result, this.samples, sampling(), scaled,
				Math.round(this.ownBytes), Math.round(this.notSampledBytes),
				(this.total > 0) ? this.truncated / this.total : 0,
				this.buckets.stream().mapToLong(Bucket::dropped).sum(), timeline(), threads());
	}

	private static boolean isInRange(AllocationQuery query, Bucket bucket) {
		return bucket.overlaps(AllocatedBytesCounters.nanos(query.from()), AllocatedBytesCounters.nanos(query.to()));
	}

	private Iterable<GroupScaling> scalings() {
		Map<Regime, GroupScaling> scalings = new EnumMap<>(Regime.class);
		for (Bucket bucket : this.buckets) {
			scalings
				.computeIfAbsent(bucket.regime(),
						(regime) -> new GroupScaling(regime, this.tree, this.groups, this::stacksBefore))
				.add(bucket);
		}
		return scalings.values();
	}

	// Enough to meet what runs once in some minutes, and cheap to read.
	private KnownStacks stacksBefore() {
		KnownStacks known = new KnownStacks(this.tree, this.groups::pool);
		int end = this.retained.indexOf(this.buckets.get(0));
		this.retained.subList(Math.max(0, end - BUCKETS_BEFORE), end)
			.forEach((bucket) -> bucket.cells().forEach(known));
		return known;
	}

	private void add(int group, int node, double bytes, double objects, int cellSamples) {
		if (node == SampleTree.OWN || (group != GroupScaling.REST && this.groups.isOwn(group))) {
			this.ownBytes += bytes;
			return;
		}
		this.bytesOfAllThreads += bytes;
		if (group != GroupScaling.REST && !this.groups.hasOwnCounter(group)) {
			this.bytesByGroup.merge(group, Math.round(bytes), Long::sum);
		}
		if (!isWanted(group, node)) {
			return;
		}
		this.samples += cellSamples;
		this.notSampledBytes += this.tree.isNotSampled(node) ? bytes : 0;
		double value = (this.query.value() == AllocationValue.OBJECTS) ? objects : bytes;
		this.total += value;
		this.truncated += this.tree.isTruncated(node) ? value : 0;
		this.builder.add(node, Math.round(value), Math.round(objects));
	}

	private boolean isWanted(int group, int node) {
		String type = this.query.type();
		String thread = this.query.thread();
		return (type == null || this.tree.isClass(node, type))
				&& (thread == null || (group != GroupScaling.REST && this.groups.isNamed(group, thread)));
	}

	// Not simply those of the first and the last: the clock may have been set back since.
	private Instant from() {
		LongStream starts = this.buckets.stream().mapToLong(Bucket::startNanos);
		return this.buckets.isEmpty() ? this.query.from() : instant(starts.min().getAsLong());
	}

	private Instant to() {
		LongStream ends = this.buckets.stream().mapToLong(Bucket::endNanos);
		return this.buckets.isEmpty() ? this.query.to() : instant(ends.max().getAsLong());
	}

	private Duration recorded() {
		return Duration.ofNanos(this.buckets.stream().mapToLong(Bucket::nanos).sum());
	}

	private Set<SamplingMode> sampling() {
		Set<SamplingMode> modes = EnumSet.noneOf(SamplingMode.class);
		this.buckets.forEach((bucket) -> modes.add(bucket.sampling()));
		return modes;
	}

	// Raw samples give the shares; the sum over the range is that of its tree.
	private List<TimelineEntry> timeline() {
		List<CountedBucket> counted = this.retained.stream()
			.map((bucket) -> new CountedBucket(bucket, exactCallerBytes(bucket)))
			.toList();
		double inRange = counted.stream()
			.filter((entry) -> isInRange(this.query, entry.bucket()))
			.mapToDouble((entry) -> entry.bytes().withoutOwn())
			.sum();
		double factor = (inRange > 0) ? this.bytesOfAllThreads / inRange : 1;
		return counted.stream().map((entry) -> entry.times(factor)).toList();
	}

	private CallerBytes exactCallerBytes(Bucket bucket) {
		ExactBytes exact = bucket.exact();
		if (exact.totalBytes() == TotalAllocatedBytes.UNKNOWN) {
			return bucket.callerBytes();
		}
		long own = exact.bytesByGroup().keySet().stream().filter(this.groups::isOwn).mapToLong(exact::of).sum();
		return bucket.callerBytes().scaledTo(exact.totalBytes() - own);
	}

	private List<ThreadBytes> threads() {
		Map<String, Long> bytesByName = new HashMap<>();
		this.bytesByGroup.forEach((group, bytes) -> {
			if (!this.groups.isOwn(group)) {
				bytesByName.merge(this.groups.name(group), bytes, Long::sum);
			}
		});
		return bytesByName.entrySet()
			.stream()
			.map((entry) -> new ThreadBytes(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingLong(ThreadBytes::bytes).reversed())
			.limit(MAX_THREADS)
			.toList();
	}

	private static Instant instant(long epochNanos) {
		return Instant.ofEpochSecond(0, epochNanos);
	}

	/**
	 * A bucket and its bytes by who called {@code new}, summing up to the exact counters.
	 *
	 * @param bucket the bucket
	 * @param bytes its bytes
	 */
	private record CountedBucket(Bucket bucket, CallerBytes bytes) {

		TimelineEntry times(double factor) {
			return new TimelineEntry(instant(this.bucket.startNanos()), instant(this.bucket.endNanos()),
					this.bytes.times(factor));
		}

	}

}
