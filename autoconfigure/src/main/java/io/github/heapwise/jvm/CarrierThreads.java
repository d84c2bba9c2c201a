package io.github.heapwise.jvm;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the carriers of virtual threads. Their counters hold what virtual threads
 * allocated, while samples name the virtual threads.
 * <p>
 * Not thread-safe.
 */
final class CarrierThreads {

	// what the JDK calls the group of the threads of its scheduler
	private static final String GROUP = "CarrierThreads";

	private static final boolean SUPPORTED = Runtime.version().feature() >= 21;

	private Set<Long> ids = Set.of();

	private long highestSeenId;

	/**
	 * Return whether a thread carries virtual threads.
	 * @param threadId id of a platform thread
	 * @return whether it did when ids were last looked at
	 */
	boolean contains(long threadId) {
		return this.ids.contains(threadId);
	}

	/**
	 * Look again if there are new threads. Ids only grow, so this is rarely needed.
	 * @param ascendingIds ids of all live platform threads
	 */
	void lookAt(long[] ascendingIds) {
		long highest = (ascendingIds.length > 0) ? ascendingIds[ascendingIds.length - 1] : 0;
		if (SUPPORTED && highest > this.highestSeenId) {
			this.highestSeenId = highest;
			this.ids = find();
		}
	}

	private static Set<Long> find() {
		return LiveThreads.all()
			.filter(CarrierThreads::isCarrier)
			.map(Thread::getId)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static boolean isCarrier(Thread thread) {
		ThreadGroup group = thread.getThreadGroup();
		return group != null && group.getName().equals(GROUP);
	}

}
