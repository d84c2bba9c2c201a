package io.github.heapwise.allocation;

import java.util.Arrays;

/**
 * Exact allocation counters of the JVM at one moment.
 *
 * @param epochNanos when, in nanoseconds since 1970
 * @param threadIds live platform threads that have a counter of their own, ascending
 * @param threadBytes bytes each allocated since it started
 * @param totalBytes bytes all threads allocated, ended and virtual ones included,
 * {@link #UNKNOWN} where this JVM does not tell
 */
record AllocatedBytesSnapshot(long epochNanos, long[] threadIds, long[] threadBytes, long totalBytes) {

	static final long UNKNOWN = -1;

	boolean isAlive(long threadId) {
		return Arrays.binarySearch(this.threadIds, threadId) >= 0;
	}

	/**
	 * Return what a thread has allocated so far.
	 * @param threadId id of the thread
	 * @return bytes, 0 for one that did not live yet
	 */
	long bytesOf(long threadId) {
		int index = Arrays.binarySearch(this.threadIds, threadId);
		return (index >= 0) ? this.threadBytes[index] : 0;
	}

	long totalSince(AllocatedBytesSnapshot start) {
		boolean known = this.totalBytes != UNKNOWN && start.totalBytes != UNKNOWN;
		return known ? Math.max(0, this.totalBytes - start.totalBytes) : UNKNOWN;
	}

}
