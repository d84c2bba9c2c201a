package io.github.heapwise.heapgraph;

import java.io.IOException;

/**
 * References of all objects behind each other, each thread writing to blocks of its own.
 */
final class EdgeStore {

	/**
	 * Indexes are unsigned integers.
	 */
	static final long MAX_EDGES = 0xFFFF_FFFFL;

	private static final int BLOCK = 1 << 16;

	private final Ints edges;

	// 0 says that an object has no references.
	private long end = 1;

	EdgeStore(Ints edges) {
		this.edges = edges;
	}

	/**
	 * Return what adds references, for one thread.
	 * @return a writer
	 */
	Writer writer() {
		return new Writer();
	}

	Ints edges() {
		return this.edges;
	}

	/**
	 * Return how much of the store may be in use.
	 * @return integers from the first on
	 */
	synchronized long end() {
		return this.end;
	}

	private synchronized long reserve(long size) throws IOException {
		long start = this.end;
		if (start + size > MAX_EDGES) {
			throw new IOException(
					"Heap dump has more than %d references, the most that can be analysed".formatted(MAX_EDGES));
		}
		this.edges.ensure(start + size, true);
		this.end += size;
		return start;
	}

	private synchronized boolean giveBack(long from, long to) {
		boolean last = this.end == to;
		if (last) {
			this.end = from;
		}
		return last;
	}

	/**
	 * Adds the references of one object after the other.
	 */
	final class Writer {

		private long start;

		private long next;

		private long limit;

		/**
		 * Begin with an object.
		 * @param max how many references it may have, as far as its record goes
		 */
		void begin(long max) throws IOException {
			if (max > this.limit - this.next) {
				EdgeStore.this.giveBack(this.next, this.limit);
				long size = Math.max(BLOCK, max);
				this.next = reserve(size);
				this.limit = this.next + size;
			}
			this.start = this.next;
		}

		void add(int object) {
			EdgeStore.this.edges.put(this.next++, object);
		}

		/**
		 * End with the object.
		 * @return where its references start, 0 if it has none
		 */
		long end() {
			if (this.next == this.start) {
				return 0;
			}
			long last = this.next - 1;
			EdgeStore.this.edges.put(last, EdgeStore.this.edges.get(last) | ObjectGraph.LAST);
			return this.start;
		}

		void close() {
			EdgeStore.this.giveBack(this.next, this.limit);
			this.limit = this.next;
		}

	}

}
