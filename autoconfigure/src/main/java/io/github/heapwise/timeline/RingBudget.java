package io.github.heapwise.timeline;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that rings of all threads may take up together.
 */
final class RingBudget {

	private final long maxBytes;

	private final AtomicLong used = new AtomicLong();

	RingBudget(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	/**
	 * Take bytes, or none if they are not there.
	 * @param bytes how many
	 * @return whether they were taken
	 */
	boolean take(long bytes) {
		if (this.used.addAndGet(bytes) <= this.maxBytes) {
			return true;
		}
		give(bytes);
		return false;
	}

	void give(long bytes) {
		this.used.addAndGet(-bytes);
	}

	long usedBytes() {
		return this.used.get();
	}

}
