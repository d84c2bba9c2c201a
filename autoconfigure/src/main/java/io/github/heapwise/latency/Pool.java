package io.github.heapwise.latency;

import java.util.concurrent.Executor;

/**
 * Threads that work off tasks.
 */
public interface Pool {

	/**
	 * Return how it is called.
	 * @return a short name, the same after a restart
	 */
	String name();

	/**
	 * Return what it is.
	 * @return the kind
	 */
	PoolKind kind();

	/**
	 * Return what takes the tasks. Two pools with the same one are the same pool.
	 * @return the executor itself; one that decorates tasks decorates ours too
	 */
	Executor executor();

	/**
	 * Look at it. Called ten times a second, and takes microseconds at most.
	 * @return how it is now
	 */
	PoolState state();

}
