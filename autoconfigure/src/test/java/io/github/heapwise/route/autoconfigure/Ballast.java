package io.github.heapwise.route.autoconfigure;

/**
 * Bytes that are certainly allocated: the JIT cannot leave out what others may see.
 */
final class Ballast {

	static final int BYTES = 8_000_000;

	private static volatile Object seen = new Object();

	private Ballast() {
	}

	static void allocate() {
		for (int i = 0; i < 8; i++) {
			seen = new byte[BYTES / 8 - 16];
		}
	}

	static int hash() {
		return seen.hashCode();
	}

}
