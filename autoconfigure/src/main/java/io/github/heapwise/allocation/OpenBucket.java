package io.github.heapwise.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;

import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.jvm.AllocatedBytesSnapshot;
import io.github.heapwise.jvm.OwnThreads;

/**
 * A bucket that still takes samples. It counts by thread; which of them are groups of
 * their own is known only from the counters at its end.
 * <p>
 * Not thread-safe.
 */
final class OpenBucket {

	// two maps by thread 200, the thread and its name 100
	private static final int BYTES_A_THREAD = 300;

	// stands for threads that there is no room for
	private static final SampledThread BEYOND = new SampledThread(-2, "", false);

	private final CounterReading start;

	private final SamplingMode sampling;

	private final Map<Long, Integer> slotByThread = new HashMap<>();

	private final List<SampledThread> threads = new ArrayList<>();

	private final Map<Long, Long> tlabBytesBefore;

	private long[] tlabBytesBySlot = new long[16];

	private final CellMap cells = new CellMap();

	private CallerBytes callerBytes = CallerBytes.NONE;

	private long dropped;

	/**
	 * Begin a bucket.
	 * @param start the counters now
	 * @param sampling what is recorded
	 * @param tlabBytesBefore {@link #tlabBytesByThread()} of the bucket before
	 */
	OpenBucket(CounterReading start, SamplingMode sampling, Map<Long, Long> tlabBytesBefore) {
		this.start = start;
		this.sampling = sampling;
		this.tlabBytesBefore = tlabBytesBefore;
	}

	long startNanos() {
		return this.start.epochNanos();
	}

	boolean takes(AllocationEvent event) {
		return (event == AllocationEvent.SAMPLE) == (this.sampling.regime() == Regime.EVEN);
	}

	void add(AllocationSample sample, int node, FrameCategory caller) {
		int slot = slotOf(sample.thread());
		if (sample.event() == AllocationEvent.IN_NEW_TLAB) {
			this.tlabBytesBySlot[slot] = sample.bytes();
		}
		boolean outside = sample.event() == AllocationEvent.OUTSIDE_TLAB;
		long tlabBytes = this.tlabBytesBySlot[slot];
		// Of objects that a TLAB can hold only those that met its end are seen.
		long bytes = outside ? Math.max(sample.bytes(), tlabBytes) : sample.bytes();
		int sizeClass = (outside && sample.bytes() >= tlabBytes) ? SizeClass.LARGER_THAN_TLAB
				: SizeClass.of(sample.objectBytes());
		this.cells.add(CellKey.of(slot, sample.route(), sizeClass, node), bytes, sample.objectsIn(bytes), 1);
		if (sample.stack() != AllocationStore.NO_STACK && !OwnThreads.isOwn(sample.thread().name())) {
			boolean own = sample.stack() == SampleTree.OWN;
			this.callerBytes = this.callerBytes.plus(callerBytes(own, caller, bytes));
		}
	}

	/**
	 * Return the size of the last TLAB of each thread that was seen.
	 * @return bytes by thread, 0 where no TLAB was
	 */
	Map<Long, Long> tlabBytesByThread() {
		Map<Long, Long> tlabBytesByThread = new HashMap<>();
		this.slotByThread.forEach((thread, slot) -> tlabBytesByThread.put(thread, this.tlabBytesBySlot[slot]));
		return tlabBytesByThread;
	}

	long heapBytes() {
		return this.cells.heapBytes() + this.start.heapBytes() + (long) BYTES_A_THREAD * this.threads.size();
	}

	private static CallerBytes callerBytes(boolean own, FrameCategory caller, long bytes) {
		if (own) {
			return new CallerBytes(0, 0, 0, bytes);
		}
		return switch (caller) {
			case APPLICATION -> new CallerBytes(bytes, 0, 0, 0);
			case JDK -> new CallerBytes(0, 0, bytes, 0);
			default -> new CallerBytes(0, bytes, 0, 0);
		};
	}

	void drop() {
		this.dropped++;
	}

	/**
	 * Finish with the counters as they stand at the end. May be called again later with
	 * newer ones.
	 * @param end the counters at the end
	 * @param groups numbers the thread groups
	 * @param names names of threads that were not sampled
	 * @return the finished bucket
	 */
	Bucket seal(CounterReading end, ThreadGroups groups, LongFunction<String> names) {
		ExactBytes exact = exactUntil(end.threads(), groups, names);
		int[] groupBySlot = new int[this.threads.size()];
		for (int slot = 0; slot < groupBySlot.length; slot++) {
			groupBySlot[slot] = groupOf(this.threads.get(slot), end.threads(), groups);
		}
		CellMap byGroup = CellMap.withRoomFor(this.cells.size());
		this.cells.forEach((key, bytes, objects, samples) -> byGroup
			.add(CellKey.withGroup(key, groupBySlot[CellKey.group(key)]), bytes, objects, samples));
		// The clock may have been set back in between.
		long from = Math.min(startNanos(), end.epochNanos());
		return new Bucket(from, end.epochNanos(), this.sampling.regime(), this.sampling, SealedCells.of(byGroup), exact,
				end.routes().since(this.start.routes()), this.callerBytes, this.dropped);
	}

	private ExactBytes exactUntil(AllocatedBytesSnapshot end, ThreadGroups groups, LongFunction<String> names) {
		Map<Integer, Long> bytesByGroup = new TreeMap<>();
		for (int i = 0; i < end.threadIds().length; i++) {
			long id = end.threadIds()[i];
			long bytes = end.threadBytes()[i] - this.start.threads().bytesOf(id);
			if (bytes > 0) {
				int group = groups.ofLiveThread(id, groups.isKnown(id) ? "" : nameOf(id, names));
				bytesByGroup.merge(group, bytes, Long::sum);
			}
		}
		return new ExactBytes(bytesByGroup, end.totalSince(this.start.threads())).rekeyed(IntUnaryOperator.identity(),
				groups);
	}

	private String nameOf(long threadId, LongFunction<String> names) {
		Integer slot = this.slotByThread.get(threadId);
		return (slot != null) ? this.threads.get(slot).name() : names.apply(threadId);
	}

	private int groupOf(SampledThread thread, AllocatedBytesSnapshot end, ThreadGroups groups) {
		if (thread.virtual()) {
			return ThreadGroups.VIRTUAL;
		}
		if (thread == BEYOND) {
			return ThreadGroups.ENDED;
		}
		return end.isAlive(thread.id()) ? groups.ofLiveThread(thread.id(), thread.name())
				: groups.ofEndedThread(thread.name());
	}

	// All virtual threads share a slot: there may be millions.
	private int slotOf(SampledThread thread) {
		Integer known = this.slotByThread.get(slotKey(thread));
		return (known != null) ? known : addSlot((this.threads.size() < CellKey.MAX_GROUPS - 1) ? thread : BEYOND);
	}

	private int addSlot(SampledThread thread) {
		return this.slotByThread.computeIfAbsent(slotKey(thread), (id) -> {
			int slot = this.threads.size();
			this.threads.add(thread);
			if (slot == this.tlabBytesBySlot.length) {
				this.tlabBytesBySlot = Arrays.copyOf(this.tlabBytesBySlot, 2 * slot);
			}
			this.tlabBytesBySlot[slot] = this.tlabBytesBefore.getOrDefault(id, 0L);
			return slot;
		});
	}

	private static long slotKey(SampledThread thread) {
		return thread.virtual() ? -1 : thread.id();
	}

}
