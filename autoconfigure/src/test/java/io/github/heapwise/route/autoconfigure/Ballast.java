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

	/**
	 * Allocate in many pieces, each small enough for any TLAB.
	 * @param kilobytes how many pieces of 1024 bytes
	 */
	static void pieces(int kilobytes) {
		for (int i = 0; i < kilobytes; i++) {
			seen = new byte[1024 - 16];
		}
	}

	/**
	 * Allocate all at once.
	 * @param kilobytes how many times 1024 bytes
	 */
	static void array(int kilobytes) {
		seen = new byte[1024 * kilobytes - 16];
	}

	static int hash() {
		return seen.hashCode();
	}

}
