package io.github.heapwise.memory;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.github.heapwise.jvm.PoolRole;

/**
 * Reads the memory of a JVM of its own before and after it allocated a known amount, and
 * prints what is told.
 */
final class MemoryProbe {

	static final int ALLOCATED_BYTES = 200 * 1000 * 1000;

	static final int KEPT_BYTES = 20 * 1000 * 1000;

	private static final int ARRAY_BYTES = 100_000;

	private static volatile byte[] last = {};

	private MemoryProbe() {
	}

	public static void main(String[] args) {
		MemoryMonitor monitor = new MemoryMonitor(new MemoryHistory(Duration.ofSeconds(1), Duration.ofMinutes(1)),
				List.of(), Clock.systemUTC(), System.out::println);
		print("liveAtStart", monitor.read().heap().liveBytes());
		long before = monitor.read().heap().allocatedBytes();
		byte[][] kept = allocate();
		long after = monitor.read().heap().allocatedBytes();
		print("allocated", after - before);
		// where nothing was collected yet
		System.gc();
		MemorySnapshot memory = monitor.read();
		print("kept", kept.length);
		print("live", memory.heap().liveBytes());
		print("unknownPools",
				memory.pools().stream().filter((pool) -> pool.role() == PoolRole.OTHER).map(PoolMemory::name).toList());
		print("roles",
				memory.pools()
					.stream()
					.map(PoolMemory::role)
					.distinct()
					.map(Enum::name)
					.collect(Collectors.joining(",")));
		print("poolsUsed", memory.pools().stream().filter(PoolMemory::heap).mapToLong(PoolMemory::usedBytes).sum());
		print("heapUsed", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		print("poolsCommitted",
				memory.pools().stream().filter(PoolMemory::heap).mapToLong(PoolMemory::committedBytes).sum());
		print("heapCommitted", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted());
		print("nativeReason", memory.nativeMemory().unavailableReason());
		print("nativeCategories", memory.nativeMemory().categories().size());
	}

	private static byte[][] allocate() {
		byte[][] kept = new byte[KEPT_BYTES / ARRAY_BYTES][];
		for (int i = 0; i < ALLOCATED_BYTES / ARRAY_BYTES; i++) {
			last = new byte[ARRAY_BYTES];
			if (i < kept.length) {
				kept[i] = last;
			}
		}
		return kept;
	}

	private static void print(String name, Object value) {
		System.out.println(name + "=" + value);
	}

}
