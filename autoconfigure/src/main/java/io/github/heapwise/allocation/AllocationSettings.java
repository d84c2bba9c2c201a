package io.github.heapwise.allocation;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How to profile allocations.
 *
 * @param bucket length of a time bucket
 * @param retention how far back profiles can reach
 * @param maxBytes bytes of heap for the samples
 * @param maxNodes nodes of the tree of stacks, 16 to 24 bytes each
 * @param cpuBudgetRatio CPU time that recording may cost, as a ratio of one core
 * @param codeOwner tells the application's classes from those of libraries
 * @param ownClass tells by name the classes whose callees serve Heapwise's own requests
 * @param routes tells what samples were taken for
 */
public record AllocationSettings(Duration bucket, Duration retention, long maxBytes, int maxNodes,
		double cpuBudgetRatio, CodeOwner codeOwner, Predicate<String> ownClass, RouteSources routes) {

	private static final int MAX_THREAD_GROUPS = 4096;

	AllocationLimits limits() {
		return new AllocationLimits(this.bucket, this.retention, this.maxBytes, this.maxNodes, MAX_THREAD_GROUPS);
	}

}
