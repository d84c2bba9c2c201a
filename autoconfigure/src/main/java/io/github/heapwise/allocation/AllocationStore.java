package io.github.heapwise.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.jvm.OwnThreads;
import io.github.heapwise.timeline.RouteSamples.Estimate;
import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps samples in time buckets over one growing tree of stacks, within fixed bounds, and
 * answers profiles from them.
 * <p>
 * Thread-safe. A query holds the lock for some 10 ms, which only the stream of samples
 * waits for, never the application.
 */
final class AllocationStore {

	/**
	 * Stack of a sample that was taken without one.
	 */
	static final int NO_STACK = SampleTree.NO_STACK;

	private final AllocationLimits limits;

	private final LongFunction<String> threadNames;

	private final BucketRing ring;

	private ThreadGroups groups;

	private SampleTree tree;

	private @Nullable OpenBucket current;

	private @Nullable OpenBucket previous;

	private CounterReading previousEnd;

	private CounterReading latest;

	private int generation;

	private int compactAboveNodes;

	private int compactAboveGroups;

	private long compactTightAfterNanos;

	/**
	 * Create an empty store.
	 * @param limits its bounds
	 * @param threadNames tells names of live threads by id
	 * @param start the counters now
	 */
	AllocationStore(AllocationLimits limits, LongFunction<String> threadNames, CounterReading start) {
		this.limits = limits;
		this.threadNames = threadNames;
		this.ring = new BucketRing(limits.ring());
		this.groups = newGroups();
		this.tree = new SampleTree(limits.maxNodes());
		this.previousEnd = start;
		this.latest = start;
		this.compactAboveNodes = halfWayTo(limits.maxNodes(), 0);
		this.compactAboveGroups = halfWayTo(limits.maxThreadGroups(), 0);
	}

	/**
	 * Return a number that changes whenever frames and nodes are renumbered.
	 * @return the generation
	 */
	synchronized int generation() {
		return this.generation;
	}

	synchronized int frame(Frame frame) {
		return this.tree.frame(frame);
	}

	/**
	 * Return the node of a stack.
	 * @param frames its frames, outermost first
	 * @param truncated whether outer frames are missing
	 * @return the node
	 */
	synchronized int stack(int[] frames, boolean truncated) {
		return this.tree.stack(frames, truncated);
	}

	synchronized int ownStack() {
		return SampleTree.OWN;
	}

	/**
	 * Add a sample. One of a time before the buckets still open goes to the older of
	 * them.
	 * @param sample the sample, its stack and class numbered in this generation
	 */
	synchronized void add(AllocationSample sample) {
		OpenBucket bucket = bucketFor(sample.epochNanos());
		if (bucket == null || !bucket.takes(sample.event())) {
			return;
		}
		int node = this.tree.leaf(sample.stack(), sample.allocatedClass());
		FrameCategory caller = this.tree.category(sample.stack());
		bucket.add(sample, node, caller);
		if (this.tree.isOverflow(node)) {
			bucket.drop();
		}
	}

	/**
	 * Tell that all samples up to some moment have been added.
	 * @param counters the counters at that moment
	 */
	synchronized void flushed(CounterReading counters) {
		this.latest = counters;
	}

	/**
	 * End the current bucket and start the next.
	 * @param counters the counters now
	 * @param sampling what is recorded from now on
	 */
	synchronized void rotate(CounterReading counters, SamplingMode sampling) {
		if (this.previous != null) {
			this.ring.add(seal(this.previous, this.previousEnd));
		}
		this.previous = this.current;
		this.previousEnd = counters;
		this.latest = counters;
		this.current = new OpenBucket(counters, sampling,
				(this.previous != null) ? this.previous.tlabBytesByThread() : Map.of());
		if (isCrowded(counters.epochNanos())) {
			compact();
			this.compactTightAfterNanos = counters.epochNanos() + this.limits.retention().toNanos() / 10;
		}
	}

	/**
	 * Answer a query.
	 * @param query what to ask
	 * @param routes names them
	 * @return the profile
	 */
	synchronized AllocationProfile profile(AllocationQuery query, RouteTable routes) {
		BucketRange range = BucketRange.overlapping(query.from(), query.to(), buckets(), this.tree, this.groups);
		return new ProfileQuery(query, range, routes.routes(), this.tree, this.groups).run();
	}

	/**
	 * Return who allocated most.
	 * @param from start of the range
	 * @param to end of the range
	 * @return the summary
	 */
	synchronized AllocationSummary summary(Instant from, Instant to) {
		BucketRange range = BucketRange.centeredIn(from, to, buckets(), this.tree, this.groups);
		return new SummaryQuery(range, this.tree, this.groups).run();
	}

	/**
	 * Return what routes allocated as far as samples tell.
	 * @param from start of the range
	 * @param to end of the range
	 * @return estimates by number of the route
	 */
	synchronized Map<Integer, Estimate> routes(Instant from, Instant to) {
		return RouteEstimates.of(BucketRange.centeredIn(from, to, buckets(), this.tree, this.groups));
	}

	/**
	 * Return the start of what is retained.
	 * @return nanoseconds since 1970
	 */
	synchronized long retainedFromNanos() {
		// not simply that of the oldest: the clock may have been set back since
		LongStream finished = this.ring.all().stream().mapToLong(Bucket::startNanos);
		LongStream open = Stream.of(this.previous, this.current)
			.filter(Objects::nonNull)
			.mapToLong(OpenBucket::startNanos);
		return LongStream.concat(finished, open).min().orElse(this.latest.epochNanos());
	}

	synchronized int nodes() {
		return this.tree.size();
	}

	synchronized long heapBytes() {
		long open = Stream.of(this.previous, this.current)
			.filter(Objects::nonNull)
			.mapToLong(OpenBucket::heapBytes)
			.sum();
		return this.tree.heapBytes() + this.groups.heapBytes() + this.ring.heapBytes() + open + this.latest.heapBytes();
	}

	private List<Bucket> buckets() {
		List<Bucket> buckets = new ArrayList<>(this.ring.all());
		if (this.previous != null) {
			buckets.add(seal(this.previous, this.previousEnd));
		}
		if (this.current != null && this.latest.epochNanos() > this.current.startNanos()) {
			buckets.add(seal(this.current, this.latest));
		}
		return buckets;
	}

	private Bucket seal(OpenBucket bucket, CounterReading end) {
		return bucket.seal(end, this.groups, this.threadNames);
	}

	private @Nullable OpenBucket bucketFor(long epochNanos) {
		boolean settled = this.current == null || epochNanos >= this.current.startNanos() || this.previous == null;
		return settled ? this.current : this.previous;
	}

	// What is nearly full with nothing to leave behind hardly grows any more, but buckets
	// are dropped as time goes by.
	private boolean isCrowded(long nowNanos) {
		boolean grown = this.tree.size() > this.compactAboveNodes || this.groups.size() > this.compactAboveGroups;
		boolean tight = isTight(this.tree.size(), this.limits.maxNodes())
				|| isTight(this.groups.size(), this.limits.maxThreadGroups());
		return grown || (tight && nowNanos > this.compactTightAfterNanos);
	}

	private static boolean isTight(int size, int limit) {
		return size > limit - limit / 10;
	}

	// The tree and the groups only grow while samples come, so what no bucket names any
	// more is left behind by moving to new ones. The open bucket before goes to the ring
	// first; the current one has just begun and is empty.
	private void compact() {
		if (this.previous != null) {
			this.ring.add(seal(this.previous, this.previousEnd));
			this.previous = null;
		}
		SampleTree smaller = new SampleTree(this.limits.maxNodes());
		ThreadGroups fewer = newGroups();
		IntUnaryOperator group = fewer.adopting(this.groups);
		IntUnaryOperator node = smaller.adopting(this.tree);
		LongUnaryOperator key = (old) -> CellKey.withGroup(CellKey.withNode(old, node.applyAsInt(CellKey.node(old))),
				group.applyAsInt(CellKey.group(old)));
		this.ring.replaceAll((bucket) -> bucket.rekeyed(key, (exact) -> exact.rekeyed(group, fewer)));
		this.tree = smaller;
		this.groups = fewer;
		this.generation++;
		// What is in use does not get smaller by trying again: wait for half of what is
		// left.
		this.compactAboveNodes = halfWayTo(this.limits.maxNodes(), smaller.size());
		this.compactAboveGroups = halfWayTo(this.limits.maxThreadGroups(), fewer.size());
	}

	private static int halfWayTo(int limit, int size) {
		return size + Math.max(1, (limit - size) / 2);
	}

	private ThreadGroups newGroups() {
		return new ThreadGroups(this.limits.maxThreadGroups(), OwnThreads::isOwn);
	}

}
