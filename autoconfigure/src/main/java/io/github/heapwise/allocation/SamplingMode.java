package io.github.heapwise.allocation;

/**
 * What is recorded, from the most to the least expensive.
 */
public enum SamplingMode {

	/**
	 * Every TLAB event with its stack.
	 */
	ALL,

	/**
	 * Every TLAB event; stacks of in-TLAB events only in short slices of time.
	 */
	SLICED,

	/**
	 * Every TLAB event; all stacks only in short slices of time.
	 */
	ALL_SLICED,

	/**
	 * The JVM's own throttled samples.
	 */
	THROTTLED;

	boolean isSliced() {
		return this == SLICED || this == ALL_SLICED;
	}

	Regime regime() {
		return (this == THROTTLED) ? Regime.EVEN : Regime.WEIGHED;
	}

}
