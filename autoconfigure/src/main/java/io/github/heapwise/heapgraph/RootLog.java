package io.github.heapwise.heapgraph;

import java.io.IOException;

import io.github.heapwise.hprof.HprofReader;

/**
 * The roots of a dump as they were read. 20 bytes each, off the heap: virtual threads may
 * have millions.
 */
final class RootLog {

	private static final int INTS = 5;

	private static final long MAX_INTS = 1L << 32;

	private final Ints ints;

	private long size;

	RootLog(WorkFiles files) {
		this.ints = files.growing(MAX_INTS);
	}

	/**
	 * Add a root. May be called by several threads.
	 * @param reader at the root
	 */
	synchronized void add(HprofReader reader) throws IOException {
		long at = this.size * INTS;
		if (at + INTS > MAX_INTS) {
			throw new IOException(
					"Heap dump has more than %d roots, the most that can be analysed".formatted(MAX_INTS / INTS));
		}
		this.ints.ensure(at + INTS, true);
		this.ints.put(at, (int) reader.id());
		this.ints.put(at + 1, (int) (reader.id() >>> Integer.SIZE));
		this.ints.put(at + 2, reader.tag());
		this.ints.put(at + 3, (int) reader.threadSerial());
		this.ints.put(at + 4, (int) reader.number());
		this.size++;
	}

	long size() {
		return this.size;
	}

	long id(long root) {
		return Integer.toUnsignedLong(this.ints.get(root * INTS))
				| (long) this.ints.get(root * INTS + 1) << Integer.SIZE;
	}

	int tag(long root) {
		return this.ints.get(root * INTS + 2);
	}

	int threadSerial(long root) {
		return this.ints.get(root * INTS + 3);
	}

	/**
	 * Return the depth of the frame, or the stack of a thread.
	 * @param root the root
	 * @return the number as in the dump
	 */
	int number(long root) {
		return this.ints.get(root * INTS + 4);
	}

	void release(WorkFiles files) {
		files.release(this.ints);
	}

}
