package io.github.heapwise.test;

/**
 * Virtual threads for tests that also compile for, and run on, a JDK without them.
 */
public final class VirtualThreads {

	public static final boolean AVAILABLE = Runtime.version().feature() >= 21;

	private VirtualThreads() {
	}

	/**
	 * Start a virtual thread, or a platform thread where there are none.
	 * @param task what to run
	 */
	public static void startOrElsePlatform(Runnable task) {
		if (!AVAILABLE) {
			new Thread(task).start();
			return;
		}
		try {
			Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
