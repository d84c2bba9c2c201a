package io.github.heapwise.latency;

import java.util.concurrent.Executor;

/**
 * An event loop: one thread that must never be blocked.
 */
public interface Loop {

	/**
	 * Return how it is called.
	 * @return a short name, the same after a restart
	 */
	String name();

	/**
	 * Return what takes its tasks.
	 * @return the executor
	 */
	Executor executor();

	/**
	 * Return how many tasks wait.
	 * @return their number
	 */
	int pending();

	/**
	 * Return whether it has a thread: one that was never used has none, and shall not get
	 * one because of us.
	 * @return whether it was started
	 */
	boolean hasThread();

	/**
	 * Return its thread. Only where it has one.
	 * @return the thread
	 */
	LoopThread thread();

	/**
	 * Return whether it takes no more tasks.
	 * @return whether it was shut down
	 */
	boolean isShutdown();

}
