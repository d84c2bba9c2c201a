package io.github.heapwise.allocation;

import io.github.heapwise.jvm.AllocatedBytesSnapshot;

/**
 * Everything that is counted exactly, at one moment.
 *
 * @param threads what threads allocated
 * @param routes what requests did since the start of the application
 */
record CounterReading(AllocatedBytesSnapshot threads, RouteCounts routes) {

	long epochNanos() {
		return this.threads.epochNanos();
	}

	long heapBytes() {
		return this.threads.heapBytes() + this.routes.heapBytes();
	}

}
