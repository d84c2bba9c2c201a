package io.github.heapwise.gc;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The collectors of this JVM and their counters. May be used from any thread.
 */
final class Collectors {

	private static final String G1 = "G1 ";

	private static final String REMARK_OF_G1 = "G1 Concurrent GC";

	private final List<GarbageCollectorMXBean> beans = ManagementFactory.getGarbageCollectorMXBeans();

	List<CollectorTotals> totals() {
		return this.beans.stream().map(Collectors::totals).toList();
	}

	/**
	 * Return how many collections there were, pauses and cycles together.
	 * @return a number that only grows
	 */
	long count() {
		return this.beans.stream().mapToLong((bean) -> Math.max(0, bean.getCollectionCount())).sum();
	}

	/**
	 * Return whether the JVM notifies of Remark and Cleanup of G1, where it has G1.
	 * @return {@code false} on JDK 17
	 */
	boolean isRemarkNotified() {
		return this.beans.stream().anyMatch((bean) -> bean.getName().equals(REMARK_OF_G1))
				|| this.beans.stream().noneMatch((bean) -> bean.getName().startsWith(G1));
	}

	/**
	 * Say what is missing without Flight Recorder.
	 * @return the first half of a sentence
	 */
	String inexactConsequence() {
		StringBuilder consequence = new StringBuilder("Durations are in whole milliseconds");
		if (this.beans.stream().anyMatch((bean) -> bean.getName().startsWith(G1))) {
			consequence.append(", mixed collections count as young ones");
		}
		return (isRemarkNotified() ? consequence : consequence.append(", Remark and Cleanup are missing")).toString();
	}

	// Beans of concurrent collectors come in pairs: one counts cycles, one their pauses.
	private static CollectorTotals totals(GarbageCollectorMXBean bean) {
		long nanos = TimeUnit.MILLISECONDS.toNanos(Math.max(0, bean.getCollectionTime()));
		boolean concurrent = bean.getName().endsWith("Cycles");
		return new CollectorTotals(bean.getName(), Math.max(0, bean.getCollectionCount()), concurrent ? 0 : nanos,
				concurrent ? nanos : 0);
	}

}
