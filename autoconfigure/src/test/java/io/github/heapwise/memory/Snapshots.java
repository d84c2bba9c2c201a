package io.github.heapwise.memory;

import java.time.Instant;
import java.util.List;

import io.github.heapwise.jvm.PoolRole;
import io.github.heapwise.memory.NativeMemory.Category;
import io.github.heapwise.os.LimitSource;

/**
 * Snapshots for tests.
 */
public final class Snapshots {

	private static final long MIB = 1 << 20;

	private Snapshots() {
	}

	/**
	 * A process of which everything is known.
	 */
	public static MemorySnapshot full() {
		return new MemorySnapshot(Instant.parse("2026-01-31T10:15:30.123456789Z"),
				new ProcessMemory(4711, 180 * MIB, 190 * MIB, 256 * MIB, LimitSource.CGROUP_V2, 70 * MIB, null),
				new HeapMemory(40 * MIB, 64 * MIB, 128 * MIB, 30 * MIB, 5000 * MIB, 12 * MIB, null),
				List.of(new PoolMemory("G1 Eden Space", true, PoolRole.EDEN, 8 * MIB, 24 * MIB, null, 24 * MIB, 0L),
						new PoolMemory("G1 Old Gen", true, PoolRole.OLD, 32 * MIB, 40 * MIB, 128 * MIB, 33 * MIB, null),
						new PoolMemory("CodeHeap 'non-profiled nmethods'", false, PoolRole.CODE_CACHE, 3 * MIB, 4 * MIB,
								117 * MIB, 3 * MIB, null)),
				List.of(new BufferMemory("direct", 3, 2 * MIB, 2 * MIB),
						new BufferMemory("mapped", 1, 5 * MIB, 5 * MIB)),
				new NativeMemory(List.of(new Category("GC", 42 * MIB, 40 * MIB)), null),
				new MemorySnapshot.Classes(9000, 9100, 100), new MemorySnapshot.Threads(31, 27, 35, 60),
				new Overhead(0.0012, 2048L, 300_000));
	}

	/**
	 * A process of which nothing is known that a JVM need not tell.
	 */
	public static MemorySnapshot sparse() {
		return new MemorySnapshot(Instant.parse("2026-01-31T10:15:30Z"),
				new ProcessMemory(4711, null, null, null, null, null, "not told"),
				new HeapMemory(0, 0, null, null, null, null, "not told"),
				List.of(new PoolMemory("a pool with a name that is longer than all others", true, PoolRole.OTHER, 0, 0,
						null, 0, null)),
				List.of(), NativeMemory.unavailable("not told"), new MemorySnapshot.Classes(0, 0, 0),
				new MemorySnapshot.Threads(0, 0, 0, 0), Overhead.UNKNOWN);
	}

}
