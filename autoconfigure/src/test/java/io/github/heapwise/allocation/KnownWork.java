package io.github.heapwise.allocation;

/**
 * Allocates what is known to the byte.
 */
final class KnownWork {

	// header of an array of fewer than 2^31 elements, compressed class pointers on
	private static final int ARRAY_HEADER = 16;

	static final long SMALL_BYTES = 100 * (1000 + ARRAY_HEADER);

	static final long MEDIUM_BYTES = 50 * (4 * 500 + ARRAY_HEADER);

	static final int LARGE_LENGTH = 3_000_000;

	static volatile Object sink = "";

	private KnownWork() {
	}

	/**
	 * Allocate the same amount over and over.
	 * @param rounds how often
	 */
	static void run(int rounds) {
		for (int round = 0; round < rounds; round++) {
			small();
			medium();
			if (round % 100 == 0) {
				large();
			}
		}
	}

	static void small() {
		for (int i = 0; i < 100; i++) {
			sink = new byte[1000];
		}
	}

	static void medium() {
		for (int i = 0; i < 50; i++) {
			sink = new int[500];
		}
	}

	static void large() {
		sink = new long[LARGE_LENGTH / 8];
	}

}
