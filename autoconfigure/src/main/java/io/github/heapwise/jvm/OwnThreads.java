package io.github.heapwise.jvm;

/**
 * Tells which threads are there only to observe: those of JFR and of Heapwise.
 */
public final class OwnThreads {

	/**
	 * What the names of all our threads start with.
	 */
	public static final String PREFIX = "heapwise-";

	private OwnThreads() {
	}

	/**
	 * Return whether a thread only observes.
	 * @param threadName name of the thread
	 * @return whether it is one of JFR or of Heapwise
	 */
	public static boolean isOwn(String threadName) {
		return threadName.startsWith(PREFIX) || threadName.startsWith("JFR ");
	}

}
