package io.github.heapwise.allocation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * How to profile allocations.
 *
 * @param bucket length of a time bucket
 * @param retention how far back profiles can reach
 * @param maxBytes bytes of heap for the samples
 * @param maxNodes nodes of the tree of stacks, 16 to 24 bytes each
 * @param maxStackDepth frames kept of a stack, where that can still be chosen
 * @param cpuBudgetRatio CPU time that recording may cost, as a ratio of one core
 * @param repository directory JFR writes to, {@code null} for its default
 * @param codeOwner tells the application's classes from those of libraries
 * @param ownClass tells by name the classes whose callees serve Heapwise's own requests
 */
public record AllocationSettings(Duration bucket, Duration retention, long maxBytes, int maxNodes, int maxStackDepth,
		double cpuBudgetRatio, @Nullable Path repository, CodeOwner codeOwner, Predicate<String> ownClass) {

	private static final int MAX_THREAD_GROUPS = 4096;

	AllocationLimits limits() {
		return new AllocationLimits(this.bucket, this.retention, this.maxBytes, this.maxNodes, MAX_THREAD_GROUPS);
	}

}
