package io.github.heapwise.allocation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the recorder does at the moment.
 *
 * @param state whether it records
 * @param reason why it does not, in a sentence
 * @param sampling what it records
 * @param samplesPerSecond events over the last 10 s
 * @param cpuRatio cost over the last 10 s, as a ratio of one core
 * @param retainedFrom start of what can be asked for
 * @param nodes nodes of the tree of stacks
 * @param maxNodes nodes it may have
 */
public record RecorderStatus(State state, @Nullable String reason, SamplingMode sampling, double samplesPerSecond,
		double cpuRatio, Instant retainedFrom, int nodes, int maxNodes) {

	/**
	 * Whether a recorder records.
	 */
	public enum State {

		/**
		 * Not yet.
		 */
		STARTING,

		/**
		 * It does.
		 */
		RECORDING,

		/**
		 * It cannot, or has been stopped.
		 */
		UNAVAILABLE

	}

}
