package io.github.heapwise.jvm;

import java.util.Arrays;

/**
 * Exact allocation counters of the JVM at one moment.
 *
 * @param epochNanos when, in nanoseconds since 1970
 * @param threadIds live platform threads that have a counter of their own, ascending
 * @param threadBytes bytes each allocated since it started
 * @param totalBytes bytes all threads allocated, ended and virtual ones included,
 * {@link TotalAllocatedBytes#UNKNOWN} where this JVM does not tell
 */
public record AllocatedBytesSnapshot(long epochNanos, long[] threadIds, long[] threadBytes, long totalBytes) {

	/**
	 * Return whether a thread was alive and had a counter.
	 * @param threadId id of the thread
	 * @return whether its bytes are known
	 */
	public boolean isAlive(long threadId) {
		return Arrays.binarySearch(this.threadIds, threadId) >= 0;
	}

	/**
	 * Return what a thread has allocated so far.
	 * @param threadId id of the thread
	 * @return bytes, 0 for one that did not live yet
	 */
	public long bytesOf(long threadId) {
		int index = Arrays.binarySearch(this.threadIds, threadId);
		return (index >= 0) ? this.threadBytes[index] : 0;
	}

	/**
	 * Return what the snapshot takes of the heap.
	 * @return bytes of its arrays
	 */
	public long heapBytes() {
		return (long) Long.BYTES * (this.threadIds.length + this.threadBytes.length);
	}

	/**
	 * Return what all threads allocated since an earlier snapshot.
	 * @param start the earlier one
	 * @return bytes, {@link TotalAllocatedBytes#UNKNOWN} where this JVM does not tell
	 */
	public long totalSince(AllocatedBytesSnapshot start) {
		boolean known = this.totalBytes != TotalAllocatedBytes.UNKNOWN
				&& start.totalBytes != TotalAllocatedBytes.UNKNOWN;
		return known ? Math.max(0, this.totalBytes - start.totalBytes) : TotalAllocatedBytes.UNKNOWN;
	}

}
