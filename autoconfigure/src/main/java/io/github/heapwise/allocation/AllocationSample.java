package io.github.heapwise.allocation;

/**
 * One sample, its stack already in the tree.
 *
 * @param event where it comes from
 * @param epochNanos when, in nanoseconds since 1970
 * @param thread who allocated
 * @param stack node of the stack, {@link AllocationStore#NO_STACK} if it was not taken
 * @param allocatedClass frame of the allocated class
 * @param objectBytes size of the object, 0 if unknown
 * @param bytes bytes the sample stands for
 */
record AllocationSample(AllocationEvent event, long epochNanos, SampledThread thread, int stack, int allocatedClass,
		long objectBytes, long bytes) {

	long objects() {
		return (this.objectBytes > 0) ? Math.max(1, this.bytes / this.objectBytes) : 0;
	}

}
