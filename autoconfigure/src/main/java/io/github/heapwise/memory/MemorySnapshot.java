package io.github.heapwise.memory;

import java.time.Instant;
import java.util.List;

/**
 * What the process holds at one moment.
 *
 * @param time the moment
 * @param process the process as the operating system sees it
 * @param heap the heap
 * @param pools the pools of the JVM, those of the heap first
 * @param buffers buffers outside the heap
 * @param nativeMemory memory of the JVM by purpose
 * @param classes counts of classes
 * @param threads counts of threads
 * @param overhead what Heapwise costs
 */
public record MemorySnapshot(Instant time, ProcessMemory process, HeapMemory heap, List<PoolMemory> pools,
		List<BufferMemory> buffers, NativeMemory nativeMemory, Classes classes, Threads threads, Overhead overhead) {

	public MemorySnapshot {
		pools = List.copyOf(pools);
		buffers = List.copyOf(buffers);
	}

	/**
	 * Return what the JVM holds outside the heap and knows of.
	 * @return committed bytes of all other pools, and of direct and mapped buffers
	 */
	public long externalBytes() {
		long pooled = this.pools.stream().filter((pool) -> !pool.heap()).mapToLong(PoolMemory::committedBytes).sum();
		return pooled + this.buffers.stream().mapToLong(BufferMemory::usedBytes).sum();
	}

	/**
	 * Return the part of it that is direct buffers.
	 * @return bytes
	 */
	public long directBufferBytes() {
		return this.buffers.stream().filter(BufferMemory::isDirect).mapToLong(BufferMemory::usedBytes).sum();
	}

	/**
	 * Counts of classes.
	 *
	 * @param loaded now
	 * @param totalLoaded since the start
	 * @param unloaded since the start
	 */
	public record Classes(long loaded, long totalLoaded, long unloaded) {
	}

	/**
	 * Counts of platform threads.
	 *
	 * @param live now
	 * @param daemon daemons among them
	 * @param peak most at a time since the start
	 * @param totalStarted since the start
	 */
	public record Threads(int live, int daemon, int peak, long totalStarted) {
	}

}
