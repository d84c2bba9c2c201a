package io.github.heapwise.route.autoconfigure;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/**
 * A route whose requests all allocate the same, 30 MB of them a second.
 *
 * @param path its path, which is its pattern too
 * @param requestsPerSecond how many requests that is
 * @param work what its handler does
 */
record KnownRoute(String path, int requestsPerSecond, Runnable work) {

	private static final int KILOBYTES_PER_SECOND = 30_000;

	static KnownRoute ofPieces(String path, int kilobytes) {
		return new KnownRoute(path, KILOBYTES_PER_SECOND / kilobytes, () -> Ballast.pieces(kilobytes));
	}

	static KnownRoute ofAnArray(String path, int kilobytes) {
		return new KnownRoute(path, KILOBYTES_PER_SECOND / kilobytes, () -> Ballast.array(kilobytes));
	}

	String name() {
		return "GET " + this.path;
	}

	/**
	 * Do the work on the current thread, which must be a platform thread, and count.
	 * @return bytes of a request but for those of the framework
	 */
	long bytes() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		this.work.run();
		return threads.getCurrentThreadAllocatedBytes() - before;
	}

}
