package io.github.heapwise.route;

/**
 * How well it is known what requests allocated.
 */
public enum CostMode {

	/** Counted to the byte. */
	EXACT,

	/** Estimated from samples. */
	SAMPLED,

	/** Not known. */
	UNAVAILABLE

}
