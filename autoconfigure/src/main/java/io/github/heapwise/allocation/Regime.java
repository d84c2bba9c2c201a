package io.github.heapwise.allocation;

/**
 * How the samples of a bucket are weighed. Buckets of different regimes are scaled apart.
 */
enum Regime {

	/**
	 * Samples carry bytes: the size of a TLAB, or of an object outside one.
	 */
	WEIGHED,

	/**
	 * Every sample of a thread group counts the same. Weights of throttled samples are
	 * biased: the first of a thread carries everything it ever allocated, and code right
	 * after a large allocation is understated by a third or more.
	 */
	EVEN

}
