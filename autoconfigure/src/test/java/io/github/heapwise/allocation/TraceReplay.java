package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

import io.github.heapwise.allocation.AllocationTrace.Event;
import io.github.heapwise.allocation.AllocationTrace.Mark;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.jvm.AllocatedBytesSnapshot;
import io.github.heapwise.timeline.RouteTable;

/**
 * Feeds a recorded trace to an {@link AllocationStore} as the recorder would have done,
 * in buckets of a second.
 */
final class TraceReplay {

	private static final long SLICE_NANOS = 50_000_000;

	private static final long SLICE_PERIOD_NANOS = 500_000_000;

	private static final AllocationLimits LIMITS = new AllocationLimits(Duration.ofSeconds(1), Duration.ofHours(1),
			16 << 20, 200_000, 4096);

	private final AllocationTrace trace;

	private final AllocationStore store;

	private final Map<Integer, Integer> stacks = new HashMap<>();

	private final Map<String, Integer> classes = new HashMap<>();

	private TraceReplay(AllocationTrace trace) {
		this.trace = trace;
		this.store = new AllocationStore(LIMITS, (id) -> "thread " + id,
				withoutRoutes(trace.marks().get(0).counters()));
	}

	/**
	 * Replay with a stack for every event.
	 * @param trace what to replay
	 * @return the replay, to be asked for its accuracy
	 */
	static TraceReplay all(AllocationTrace trace) {
		return new TraceReplay(trace).run(SamplingMode.ALL, (event) -> true);
	}

	/**
	 * Replay with stacks in 50 ms of every 500 ms at random offsets.
	 * @param trace what to replay
	 * @param mode a sliced mode
	 * @param seed decides the offsets
	 * @return the replay, to be asked for its accuracy
	 */
	static TraceReplay sliced(AllocationTrace trace, SamplingMode mode, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		Map<Long, Long> offsets = new HashMap<>();
		return new TraceReplay(trace).run(mode, (event) -> {
			if (mode == SamplingMode.SLICED && event.event() == AllocationEvent.OUTSIDE_TLAB) {
				return true;
			}
			long offset = offsets.computeIfAbsent(event.epochNanos() / SLICE_PERIOD_NANOS,
					(period) -> random.nextLong(SLICE_PERIOD_NANOS - SLICE_NANOS));
			long sinceOffset = event.epochNanos() % SLICE_PERIOD_NANOS - offset;
			return sinceOffset >= 0 && sinceOffset < SLICE_NANOS;
		});
	}

	/**
	 * Return the share of bytes misattributed in a range of time.
	 * @param fromMark the mark it starts at
	 * @param toMark the mark it ends at
	 * @return a ratio
	 */
	double misattributed(int fromMark, int toMark) {
		AllocationProfile profile = this.store.profile(
				new AllocationQuery(at(fromMark), at(toMark), null, null, null, AllocationValue.BYTES),
				new RouteTable(0));
		return Misattribution.ratio(Misattribution.byFunction(profile.tree()), this.trace.truth(fromMark, toMark));
	}

	int lastMark() {
		return this.trace.marks().size() - 1;
	}

	private TraceReplay run(SamplingMode mode, Predicate<Event> hasStack) {
		int next = 0;
		for (Mark mark : this.trace.marks()) {
			AllocatedBytesSnapshot counters = mark.counters();
			for (; isBefore(next, counters.epochNanos()); next++) {
				Event event = this.trace.events().get(next);
				this.store.add(sample(event, hasStack.test(event)));
			}
			this.store.rotate(withoutRoutes(counters), mode);
		}
		return this;
	}

	private static CounterReading withoutRoutes(AllocatedBytesSnapshot counters) {
		return new CounterReading(counters, RouteCounts.NONE);
	}

	private boolean isBefore(int event, long epochNanos) {
		return event < this.trace.events().size() && this.trace.events().get(event).epochNanos() < epochNanos;
	}

	private AllocationSample sample(Event event, boolean withStack) {
		int stack = withStack ? this.stacks.computeIfAbsent(event.function(), this::stack) : AllocationStore.NO_STACK;
		int allocatedClass = this.classes.computeIfAbsent(event.className(),
				(name) -> this.store.frame(new Frame(name, FrameCategory.ALLOCATED_CLASS)));
		return new AllocationSample(event.event(), event.epochNanos(), event.thread(), stack, allocatedClass,
				RouteTag.NONE, event.objectBytes(), event.bytes());
	}

	private int stack(int function) {
		String name = (function >= 0)
				? KnownAllocations.class.getName() + "." + KnownFunction.values()[function].methodName() : "other";
		return this.store.stack(new int[] { this.store.frame(new Frame(name, FrameCategory.APPLICATION)) }, false);
	}

	private Instant at(int mark) {
		return Instant.ofEpochSecond(0, this.trace.marks().get(mark).counters().epochNanos());
	}

}
