package io.github.heapwise.memory;

import io.github.heapwise.os.KernelFile;
import io.github.heapwise.os.MemoryLimit;

/**
 * What is sampled all the time. Numbers that cannot be had are
 * {@link KernelFile#UNKNOWN}, or not a number.
 *
 * @param epochMillis when: the interval's mark on the clock, milliseconds since 1970
 * @param pools sums over the pools
 * @param liveBytes what the last collection left in the heap
 * @param directBufferBytes bytes of direct buffers
 * @param residentBytes physical memory of the process
 * @param limit how much it may use
 * @param allocatedBytesPerSecond bytes all threads allocated since the last sample
 * @param threads live platform threads
 * @param cpuRatio CPU time of the process since the last sample, as a ratio of one core
 * @param overhead what Heapwise costs
 */
record MemorySample(long epochMillis, MemoryPools.Totals pools, long liveBytes, long directBufferBytes,
		long residentBytes, MemoryLimit limit, double allocatedBytesPerSecond, int threads, double cpuRatio,
		Overhead overhead) {
}
