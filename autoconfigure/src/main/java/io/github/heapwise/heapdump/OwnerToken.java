package io.github.heapwise.heapdump;

import java.lang.management.ManagementFactory;

/**
 * Names the user of a directory in the names of its files: start of the JVM, process id,
 * and something random. The process id alone is 1 in every container.
 */
final class OwnerToken {

	static final String FORM = "[a-z0-9]{1,16}-[a-z0-9]{1,16}-[a-z0-9]{6}";

	private static final String THIS_JVM = Long.toString(startMillis(), Character.MAX_RADIX) + "-"
			+ Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX) + "-";

	private OwnerToken() {
	}

	static String next() {
		return THIS_JVM + DumpId.random(6);
	}

	static boolean isOfThisJvm(String token) {
		return token.startsWith(THIS_JVM);
	}

	private static long startMillis() {
		return Math.max(0, ManagementFactory.getRuntimeMXBean().getStartTime());
	}

}
