package io.github.heapwise.allocation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.allocation.AllocationProfile.ThreadBytes;
import io.github.heapwise.allocation.AllocationProfile.TimelineEntry;
import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.jvm.TotalAllocatedBytes;
import io.github.heapwise.timeline.Route;

/**
 * One run of a query over the buckets in its range.
 */
final class ProfileQuery {

	private static final int MAX_THREADS = 50;

	private final AllocationQuery query;

	private final BucketRange range;

	private final List<Route> routes;

	private final RouteFilter routeFilter;

	private final RouteBytes routeBytes;

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

	/**
	 * Prepare a run.
	 * @param query what to ask
	 * @param range the buckets in its range
	 * @param routes the routes by number
	 * @param tree the nodes
	 * @param groups the thread groups
	 */
	ProfileQuery(AllocationQuery query, BucketRange range, List<Route> routes, SampleTree tree, ThreadGroups groups) {
		this.query = query;
		this.range = range;
		this.routes = routes;
		this.routeFilter = new RouteFilter(query.route(), routes);
		this.routeBytes = new RouteBytes(range.routes());
		this.tree = tree;
		this.groups = groups;
		this.builder = tree.builder();
	}

	AllocationProfile run() {
		boolean scaled = true;
		for (GroupScaling scaling : this.range.scalings()) {
			scaling.forEach(this::add);
			scaled &= scaling.isComplete();
			scaling.exact().bytesByGroup().forEach((group, bytes) -> this.bytesByGroup.merge(group, bytes, Long::sum));
		}
		this.routeFilter.release(this.routeBytes, this::addToTree);
		this.routeFilter.wanted().forEach(this::reportNotSampled);
		CallTree result = this.builder.build();
		return new AllocationProfile(this.range.from(this.query.from()), this.range.to(this.query.to()),
				this.range.recorded(), result, this.samples, this.range.sampling(), scaled, Math.round(this.ownBytes),
				Math.round(this.notSampledBytes), (this.total > 0) ? this.truncated / this.total : 0,
				this.range.dropped(), timeline(), threads(),
				ProfiledRoutes.of(this.query, this.routeBytes, this.routes));
	}

	private void add(int group, int route, int node, double bytes, double objects, int cellSamples) {
		if (node == SampleTree.OWN || (group != GroupScaling.REST && this.groups.isOwn(group))) {
			this.ownBytes += bytes;
			return;
		}
		this.bytesOfAllThreads += bytes;
		this.routeBytes.add(route, bytes);
		if (group != GroupScaling.REST && !this.groups.hasOwnCounter(group)) {
			this.bytesByGroup.merge(group, Math.round(bytes), Long::sum);
		}
		if (isWanted(group, node)) {
			this.routeFilter.cell(route, node, bytes, objects, cellSamples, this::addToTree);
		}
	}

	// Which class or thread they are of is not known.
	private void reportNotSampled(int route) {
		double bytes = this.routeBytes.notSampled(route);
		if (bytes > 0 && this.query.type() == null && this.query.thread() == null) {
			addToTree(this.tree.notSampled(this.routes.get(route).toString()), bytes, 0, 0);
		}
	}

	private void addToTree(int node, double bytes, double objects, int cellSamples) {
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

	// Raw samples give the shares; the sum over the range is that of its tree.
	private List<TimelineEntry> timeline() {
		List<CountedBucket> counted = this.range.retained()
			.stream()
			.map((bucket) -> new CountedBucket(bucket, exactCallerBytes(bucket)))
			.toList();
		double inRange = counted.stream()
			.filter((entry) -> this.range.contains(entry.bucket()))
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
