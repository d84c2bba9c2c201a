package io.github.heapwise.memory;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the buffer pools of this JVM: a few counters. Thread-safe.
 */
final class BufferPools {

	private final List<BufferPoolMXBean> beans = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
		.stream()
		.sorted(Comparator.comparing(BufferPoolMXBean::getName))
		.toList();

	List<BufferMemory> read() {
		return this.beans.stream()
			.map((bean) -> new BufferMemory(bean.getName(), bean.getCount(), bean.getMemoryUsed(),
					bean.getTotalCapacity()))
			.toList();
	}

	/**
	 * Read the bytes of direct buffers only.
	 * @return bytes
	 */
	long directBytes() {
		long bytes = 0;
		for (BufferPoolMXBean bean : this.beans) {
			bytes += bean.getName().equals(BufferMemory.DIRECT) ? bean.getMemoryUsed() : 0;
		}
		return bytes;
	}

}
