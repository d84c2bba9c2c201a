package io.github.heapwise.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.calltree.Frame;

/**
 * Where the application allocated in a range of time.
 *
 * @param from start of the first bucket in the range
 * @param to end of the last one
 * @param recorded how much of that range was recorded
 * @param tree the stacks, allocated classes as leaves
 * @param samples number of samples it rests on, after filters
 * @param sampling modes that were used
 * @param scaled whether all of it was scaled to exact counters
 * @param ownBytes bytes allocated by Heapwise itself, not part of the tree
 * @param notSampledBytes bytes of thread groups, or of routes asked for, without a sample
 * @param truncatedRatio share of the tree under stacks that were cut off
 * @param droppedSamples samples that found no room
 * @param timeline all that is retained, whatever the range
 * @param threads thread groups that allocated most, in descending order
 * @param routes what requests allocated
 */
public record AllocationProfile(Instant from, Instant to, Duration recorded, CallTree tree, long samples,
		Set<SamplingMode> sampling, boolean scaled, long ownBytes, long notSampledBytes, double truncatedRatio,
		long droppedSamples, List<TimelineEntry> timeline, List<ThreadBytes> threads, ProfiledRoutes routes) {

	static AllocationProfile empty(AllocationQuery query) {
		return new AllocationProfile(query.from(), query.to(), Duration.ZERO, new CallTreeBuilder(Frame.ROOT).build(),
				0, Set.of(), true, 0, 0, 0, 0, List.of(), List.of(), ProfiledRoutes.none(query));
	}

	/**
	 * Return the expected relative error of a large share.
	 * @return ratio, 1 without samples
	 */
	public double errorRatio() {
		return (this.samples > 0) ? 1 / Math.sqrt(this.samples) : 1;
	}

	/**
	 * A bucket, as bytes by who called {@code new}.
	 *
	 * @param start start
	 * @param end end, exclusive
	 * @param bytes bytes in that time, without those of Heapwise's own threads
	 */
	public record TimelineEntry(Instant start, Instant end, CallerBytes bytes) {
	}

	/**
	 * A thread group and what it allocated in the range.
	 *
	 * @param name name of the thread or pool
	 * @param bytes exact where the JVM counts it, estimated otherwise
	 */
	public record ThreadBytes(String name, long bytes) {
	}

}
