package io.github.heapwise.allocation;

import java.util.Arrays;

/**
 * Functions that allocate and do nothing else, so that their bytes are known from the
 * number of calls. What they allocate escapes for a while, or the JIT would leave it out.
 */
final class KnownAllocations {

	private static final byte[] TEMPLATE = new byte[48];

	private final Object[] escaped = new Object[16];

	private int next;

	private long number = 1000;

	void points() {
		escape(new Point(this.next, this.next));
	}

	void smallArrays() {
		escape(new byte[48]);
	}

	void copies() {
		escape(Arrays.copyOf(TEMPLATE, TEMPLATE.length));
	}

	void boxes() {
		escape(Long.valueOf(this.number++));
	}

	void varargs() {
		escapeAll(TEMPLATE, this, TEMPLATE);
	}

	void mediumArrays() {
		escape(new int[500]);
	}

	void pages() {
		escape(new byte[16 << 10]);
	}

	void buffers() {
		escape(new byte[64 << 10]);
	}

	void largeArrays() {
		escape(new byte[256 << 10]);
	}

	void smallAfterLarge() {
		escape(new char[20]);
	}

	void hugeArrays() {
		escape(new long[512 << 10]);
	}

	void rows() {
		escape(new Object[8]);
	}

	void texts() {
		escape(new char[100]);
	}

	private void escapeAll(Object... objects) {
		escape(objects);
	}

	private void escape(Object object) {
		this.escaped[this.next++ & 15] = object;
	}

	private static final class Point {

		final int x;

		final int y;

		Point(int x, int y) {
			this.x = x;
			this.y = y;
		}

	}

}
