package io.github.heapwise.gc;

/**
 * A collection that was asked for.
 *
 * @param usedBeforeBytes used heap before
 * @param committedBeforeBytes size of the heap before
 * @param usedAfterBytes used heap after
 * @param committedAfterBytes size of the heap after
 * @param durationMillis how long whoever asked had to wait
 */
public record CollectionRun(long usedBeforeBytes, long committedBeforeBytes, long usedAfterBytes,
		long committedAfterBytes, long durationMillis) {

	/**
	 * Return what is free now and was not before.
	 * @return bytes, 0 where the application allocated more meanwhile
	 */
	public long freedBytes() {
		return Math.max(0, this.usedBeforeBytes - this.usedAfterBytes);
	}

}
