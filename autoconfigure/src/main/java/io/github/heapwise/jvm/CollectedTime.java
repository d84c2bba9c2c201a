package io.github.heapwise.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.RuntimeMXBean;
import java.time.Instant;
import java.util.List;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;

/**
 * Tells of which objects, followed by references that shall not keep them alive, a
 * collector has found out whether they are.
 * <p>
 * One that works beside the application takes for alive what was allocated after it
 * began, until it begins anew. If it also has generations, as ZGC has since JDK 24, its
 * minor cycles take for alive all that is followed.
 */
public final class CollectedTime {

	private final RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();

	private final List<GarbageCollectorMXBean> cycles = ManagementFactory
		.getPlatformMXBeans(GarbageCollectorMXBean.class)
		.stream()
		.filter((collector) -> isCycle(collector.getName()))
		.toList();

	/**
	 * Return whether the collector finds out in time.
	 * @return {@code false} if it takes many collections
	 */
	public boolean isKnown() {
		return this.cycles.isEmpty() || ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.map(MemoryPoolMXBean::getName)
			.noneMatch((pool) -> PoolRole.of(pool).isYoung());
	}

	/**
	 * Return until when objects must have been allocated so that it is known of them.
	 * @param now the time
	 * @return now if the collector stops the application; else when it last began, a
	 * second earlier or less, {@link Instant#MIN} before the first time
	 */
	public Instant knownUntil(Instant now) {
		if (this.cycles.isEmpty()) {
			return now;
		}
		return this.cycles.stream()
			.map(GarbageCollectorMXBean::getLastGcInfo)
			.filter((last) -> last != null)
			.map((last) -> begin(last, now))
			.max(Instant::compareTo)
			.orElse(Instant.MIN);
	}

	static boolean isCycle(String collector) {
		return collector.endsWith(" Cycles");
	}

	// Uptime counts from up to a second before collectors do, so this is too early.
	private Instant begin(GcInfo last, Instant now) {
		return now.minusMillis(this.runtime.getUptime() - last.getStartTime());
	}

}
