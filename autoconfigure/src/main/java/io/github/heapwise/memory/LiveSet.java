package io.github.heapwise.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import io.github.heapwise.jvm.PoolRole;
import io.github.heapwise.os.KernelFile;

/**
 * Tells what the last collection left in the whole heap.
 * <p>
 * Not the sum of what each pool held after a collection of its own: the old generation
 * would count as 0 until its first one, and Serial and Parallel may run for hours
 * without. Asks for details only after a collection; thread-safe.
 */
final class LiveSet {

	private final List<GarbageCollectorMXBean> collectors;

	private final Set<String> heapPools;

	private long seenCollections;

	private long bytes = KernelFile.UNKNOWN;

	LiveSet(Set<String> heapPools) {
		this(ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class), heapPools);
	}

	LiveSet(List<GarbageCollectorMXBean> collectors, Set<String> heapPools) {
		this.heapPools = heapPools;
		this.collectors = collectors.stream().filter(this::collectsAllYoung).toList();
	}

	/**
	 * Read it. A microsecond, some 20 and a few KB of garbage after a collection.
	 * @return bytes, {@link KernelFile#UNKNOWN} before the first collection
	 */
	synchronized long read() {
		long collections = 0;
		for (GarbageCollectorMXBean collector : this.collectors) {
			collections += collector.getCollectionCount();
		}
		if (collections != this.seenCollections) {
			this.seenCollections = collections;
			update();
		}
		return this.bytes;
	}

	private void update() {
		long lastEnd = -1;
		for (GarbageCollectorMXBean collector : this.collectors) {
			GcInfo last = collector.getLastGcInfo();
			long left = (last != null) ? heapBytes(last.getMemoryUsageAfterGc()) : 0;
			// The beans of the pauses of ZGC and Shenandoah, and ZGC's warm-up cycles,
			// report empty pools; taken at face value they would reset the live set to 0.
			if (last != null && left > 0 && last.getEndTime() >= lastEnd) {
				lastEnd = last.getEndTime();
				this.bytes = left;
			}
		}
	}

	private long heapBytes(Map<String, MemoryUsage> usageByPool) {
		long used = 0;
		for (Map.Entry<String, MemoryUsage> entry : usageByPool.entrySet()) {
			used += this.heapPools.contains(entry.getKey()) ? entry.getValue().getUsed() : 0;
		}
		return used;
	}

	// 'G1 Concurrent GC' of newer JDKs reports pauses that collect nothing young: what is
	// in use after them is not what is live. A heap without generations has no young
	// pool.
	private boolean collectsAllYoung(GarbageCollectorMXBean collector) {
		Set<String> collected = Set.of(collector.getMemoryPoolNames());
		return this.heapPools.stream().filter((pool) -> PoolRole.of(pool).isYoung()).allMatch(collected::contains);
	}

}
