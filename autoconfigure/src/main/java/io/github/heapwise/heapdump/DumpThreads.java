package io.github.heapwise.heapdump;

import io.github.heapwise.jvm.OwnThreads;

/**
 * Makes threads that have nothing of the one that happens to need them first: neither who
 * is logged in there nor its class loader, which listeners and places for copies rely on.
 */
final class DumpThreads {

	private DumpThreads() {
	}

	/**
	 * Make a daemon thread.
	 * @param task what it does
	 * @param name its name, behind our prefix
	 * @return the thread, not started
	 */
	static Thread create(Runnable task, String name) {
		Thread thread = new Thread(null, task, OwnThreads.PREFIX + name, 0, false);
		thread.setContextClassLoader(DumpThreads.class.getClassLoader());
		thread.setDaemon(true);
		return thread;
	}

}
