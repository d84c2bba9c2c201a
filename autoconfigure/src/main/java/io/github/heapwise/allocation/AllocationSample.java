package io.github.heapwise.allocation;

/**
 * One sample, its stack already in the tree.
 *
 * @param event where it comes from
 * @param epochNanos when, in nanoseconds since 1970
 * @param thread who allocated
 * @param stack node of the stack, {@link AllocationStore#NO_STACK} if it was not taken
 * @param allocatedClass frame of the allocated class
 * @param route the route it was taken for, see {@link RouteTag}
 * @param objectBytes size of the object, 0 if unknown
 * @param bytes size of the TLAB, or of an object outside one, or the event's own weight
 */
record AllocationSample(AllocationEvent event, long epochNanos, SampledThread thread, int stack, int allocatedClass,
		int route, long objectBytes, long bytes) {

	/**
	 * Return how many objects like this one some bytes are.
	 * @param allocatedBytes the bytes
	 * @return number of objects, 0 if their size is unknown
	 */
	long objectsIn(long allocatedBytes) {
		return (this.objectBytes > 0) ? Math.max(1, allocatedBytes / this.objectBytes) : 0;
	}

}
