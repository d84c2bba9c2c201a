package io.github.heapwise.heapdump;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/**
 * How large the heap is.
 *
 * @param usedBytes in use, garbage included
 * @param committedBytes reserved
 * @param maxBytes what it may grow to, {@code -1} if that is not known
 */
record HeapSize(long usedBytes, long committedBytes, long maxBytes) {

	static HeapSize now() {
		MemoryUsage usage = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
		return new HeapSize(usage.getUsed(), usage.getCommitted(), usage.getMax());
	}

}
