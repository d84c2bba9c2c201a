package io.github.heapwise.allocation;

/**
 * Tells which threads are there only to observe: those of JFR and of Heapwise.
 */
final class OwnThreads {

	/**
	 * What the names of all our threads start with.
	 */
	static final String PREFIX = "heapwise-";

	private OwnThreads() {
	}

	static boolean isOwn(String threadName) {
		return threadName.startsWith(PREFIX) || threadName.startsWith("JFR ");
	}

}
