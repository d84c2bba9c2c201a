package io.github.heapwise.jvm;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Lists the platform threads of this JVM without stopping any of them.
 */
final class LiveThreads {

	private LiveThreads() {
	}

	static Stream<Thread> all() {
		ThreadGroup root = Thread.currentThread().getThreadGroup();
		while (root.getParent() != null) {
			root = root.getParent();
		}
		// some room for threads that start while they are counted
		Thread[] threads = new Thread[2 * root.activeCount() + 16];
		int count = root.enumerate(threads);
		return Arrays.stream(threads, 0, count);
	}

}
