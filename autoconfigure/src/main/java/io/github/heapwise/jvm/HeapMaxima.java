package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;

/**
 * How far the heap of this JVM and its old generation may grow. Read each time, a
 * microsecond: some JVMs change their mind. May be used from any thread.
 */
public final class HeapMaxima {

	private final List<MemoryPoolMXBean> oldPools = ManagementFactory.getMemoryPoolMXBeans()
		.stream()
		.filter((pool) -> PoolRole.of(pool.getName()) == PoolRole.OLD)
		.toList();

	/**
	 * Return the limit of the heap.
	 * @return bytes, not positive where there is none
	 */
	public long heapBytes() {
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
	}

	/**
	 * Return the limit of the old generation.
	 * @return bytes, not positive where there is none
	 */
	public long oldBytes() {
		return this.oldPools.stream().mapToLong((pool) -> pool.getUsage().getMax()).sum();
	}

}
