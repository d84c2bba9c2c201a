package io.github.heapwise.heapgraph;

import java.io.IOException;

/**
 * References of all objects behind each other, each thread writing to blocks of its own.
 * What is left over between them is filled with {@link ObjectGraph#NO_EDGE}, so that the
 * references can be read without asking whose they are.
 */
final class EdgeStore {

	/**
	 * Indexes are unsigned integers.
	 */
	static final long MAX_EDGES = 0xFFFF_FFFFL;

	private static final int BLOCK = 1 << 16;

	private static final int LARGE = BLOCK / 16;

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
	 * Forget references.
	 * @param start where those of an object start, 0 if it has none
	 */
	void remove(long start) {
		long end = start;
		for (int edge = (start != 0) ? 0 : ObjectGraph.LAST; edge >= 0;) {
			edge = this.edges.get(end++);
		}
		erase(start, end);
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

	private synchronized void giveBack(long from, long to) {
		if (this.end == to) {
			this.end = from;
		}
		else {
			erase(from, to);
		}
	}

	private void erase(long from, long to) {
		for (long i = from; i < to; i++) {
			this.edges.put(i, ObjectGraph.NO_EDGE);
		}
	}

	/**
	 * Adds the references of one object after the other.
	 */
	final class Writer {

		private long start;

		private long next;

		private long limit;

		// Where the block goes on while a large object has one of its own.
		private long nextInBlock;

		private long endOfBlock;

		private boolean outsideOfBlock;

		/**
		 * Begin with an object.
		 * @param expected how many references it is likely to have at most
		 */
		void begin(long expected) throws IOException {
			if (expected > this.limit - this.next) {
				if (expected > LARGE) {
					this.nextInBlock = this.next;
					this.endOfBlock = this.limit;
					this.outsideOfBlock = true;
					open(expected);
				}
				else {
					giveBack(this.next, this.limit);
					open(BLOCK);
				}
			}
			this.start = this.next;
		}

		void add(int object) throws IOException {
			if (this.next == this.limit) {
				move();
			}
			EdgeStore.this.edges.put(this.next++, object);
		}

		/**
		 * End with the object.
		 * @return where its references start, 0 if it has none
		 */
		long end() {
			long found = this.start;
			if (this.next == this.start) {
				found = 0;
			}
			else {
				long last = this.next - 1;
				EdgeStore.this.edges.put(last, EdgeStore.this.edges.get(last) | ObjectGraph.LAST);
			}
			if (this.outsideOfBlock) {
				giveBack(this.next, this.limit);
				this.next = this.nextInBlock;
				this.limit = this.endOfBlock;
				this.outsideOfBlock = false;
			}
			return found;
		}

		void close() {
			giveBack(this.next, this.limit);
			this.limit = this.next;
		}

		private void open(long size) throws IOException {
			this.next = reserve(size);
			this.limit = this.next + size;
		}

		private void move() throws IOException {
			long from = this.start;
			long to = this.next;
			open(Math.max(BLOCK, 2 * (to - from)));
			this.start = this.next;
			for (long i = from; i < to; i++) {
				EdgeStore.this.edges.put(this.next++, EdgeStore.this.edges.get(i));
			}
			erase(from, to);
		}

	}

}
