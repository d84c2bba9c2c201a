package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.calltree.FoldedStacks;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.jvm.AllocatedBytesSnapshot;
import io.github.heapwise.jvm.TotalAllocatedBytes;
import io.github.heapwise.timeline.RouteSamples.Estimate;
import io.github.heapwise.timeline.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * A store that is fed by hand: times are seconds since 1970, stacks are text such as
 * {@code main;add;byte[]} with the class at the end.
 */
final class FedStore {

	static final AllocationLimits LIMITS = new AllocationLimits(Duration.ofSeconds(10), Duration.ofHours(1), 1 << 20,
			10_000, 100);

	private final Map<Long, Long> counters = new TreeMap<>();

	private final Map<Long, String> names = new HashMap<>();

	private final RouteTable routes = new RouteTable(1000);

	private final Map<Integer, RouteCount> served = new TreeMap<>();

	private final AllocationStore store;

	private long totalBytes;

	private boolean totalKnown = true;

	FedStore() {
		this(LIMITS);
	}

	FedStore(AllocationLimits limits) {
		this.store = new AllocationStore(limits, (id) -> this.names.getOrDefault(id, "ended thread"), counters(0));
	}

	AllocationStore store() {
		return this.store;
	}

	FedStore withoutTotal() {
		this.totalKnown = false;
		return this;
	}

	/**
	 * Let a live platform thread allocate as far as the counters know.
	 * @param id id of the thread
	 * @param name its name
	 * @param bytes bytes
	 * @return this
	 */
	FedStore allocate(long id, String name, long bytes) {
		this.names.put(id, name);
		this.counters.merge(id, bytes, Long::sum);
		this.totalBytes += bytes;
		return this;
	}

	FedStore allocateElsewhere(long bytes) {
		this.totalBytes += bytes;
		return this;
	}

	int route(String method, String pattern) {
		return this.routes.number(method, pattern);
	}

	/**
	 * Let requests end as far as route accounting knows.
	 * @param route number of their route
	 * @param requests how many
	 * @param exactRequests how many of them were counted
	 * @param bytes what the counted ones allocated
	 * @return this
	 */
	FedStore serve(int route, long requests, long exactRequests, long bytes) {
		this.served.merge(route, new RouteCount(requests, exactRequests, bytes), RouteCount::plus);
		return this;
	}

	FedStore end(long id) {
		this.counters.remove(id);
		return this;
	}

	FedStore rotate(long second) {
		return rotate(second, SamplingMode.ALL);
	}

	FedStore rotate(long second, SamplingMode mode) {
		this.store.rotate(counters(second), mode);
		return this;
	}

	FedStore flushed(long second) {
		this.store.flushed(counters(second));
		return this;
	}

	FedStore sample(long second, long thread, String stack, long bytes) {
		return sample(AllocationEvent.IN_NEW_TLAB, second, platform(thread), stack, bytes);
	}

	FedStore sample(AllocationEvent event, long second, SampledThread thread, String stack, long bytes) {
		return sample(event, second, thread, RouteTag.NONE, stack, false, bytes);
	}

	FedStore sampleOf(int tag, long second, long thread, String stack, long bytes) {
		return sampleOf(tag, second, platform(thread), stack, bytes);
	}

	FedStore sampleOf(int tag, long second, SampledThread thread, String stack, long bytes) {
		return sample(AllocationEvent.IN_NEW_TLAB, second, thread, tag, stack, false, bytes);
	}

	FedStore truncatedSample(long second, long thread, String stack, long bytes) {
		return sample(AllocationEvent.IN_NEW_TLAB, second, platform(thread), RouteTag.NONE, stack, true, bytes);
	}

	FedStore ownSample(long second, long thread, long bytes) {
		int type = this.store.frame(new Frame("byte[]", FrameCategory.ALLOCATED_CLASS));
		this.store.add(new AllocationSample(AllocationEvent.IN_NEW_TLAB, nanos(second), platform(thread),
				this.store.ownStack(), type, RouteTag.NONE, 100, bytes));
		return this;
	}

	private FedStore sample(AllocationEvent event, long second, SampledThread thread, int tag, String stack,
			boolean truncated, long bytes) {
		String[] frames = stack.split(";");
		int[] numbers = Arrays.stream(frames)
			.limit(frames.length - 1)
			.mapToInt((name) -> this.store.frame(new Frame(name, category(name))))
			.toArray();
		int node = (numbers.length == 0) ? AllocationStore.NO_STACK : this.store.stack(numbers, truncated);
		int type = this.store.frame(new Frame(frames[frames.length - 1], FrameCategory.ALLOCATED_CLASS));
		this.store.add(new AllocationSample(event, nanos(second), thread, node, type, tag, 100, bytes));
		return this;
	}

	SampledThread platform(long id) {
		return new SampledThread(id, this.names.getOrDefault(id, "thread-" + id), false);
	}

	static SampledThread virtual(long id) {
		return new SampledThread(id, "", true);
	}

	AllocationProfile profile() {
		return profile(0, 1_000_000);
	}

	AllocationProfile profile(long from, long to) {
		return profile(from, to, null, null);
	}

	AllocationProfile profile(long from, long to, @Nullable String type, @Nullable String thread) {
		return profile(from, to, type, thread, AllocationValue.BYTES);
	}

	AllocationProfile profile(long from, long to, @Nullable String type, @Nullable String thread,
			AllocationValue value) {
		return profile(
				new AllocationQuery(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to), type, thread, null, value));
	}

	AllocationProfile profileOfRoute(long from, long to, String route) {
		return profile(new AllocationQuery(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to), null, null, route,
				AllocationValue.BYTES));
	}

	AllocationProfile profile(AllocationQuery query) {
		return this.store.profile(query, this.routes);
	}

	Map<Integer, Estimate> routes(long from, long to) {
		return this.store.routes(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
	}

	static String folded(AllocationProfile profile) {
		return FoldedStacks.write(profile.tree());
	}

	private CounterReading counters(long second) {
		long[] ids = this.counters.keySet().stream().mapToLong(Long::longValue).toArray();
		long[] bytes = this.counters.values().stream().mapToLong(Long::longValue).toArray();
		return new CounterReading(
				new AllocatedBytesSnapshot(nanos(second), ids, bytes,
						this.totalKnown ? this.totalBytes : TotalAllocatedBytes.UNKNOWN),
				new RouteCounts(Map.copyOf(this.served)));
	}

	private static FrameCategory category(String name) {
		if (name.startsWith("java.")) {
			return FrameCategory.JDK;
		}
		return name.startsWith("org.") ? FrameCategory.DEPENDENCY : FrameCategory.APPLICATION;
	}

	private static long nanos(long second) {
		return TimeUnit.SECONDS.toNanos(second);
	}

}
