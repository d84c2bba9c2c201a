package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Path;

/**
 * Integers in a file that are read only, through one page of it. About 1 us each if they
 * are far from each other, 20 ns if near. Not mapped, so that a file that is cut short
 * meanwhile is an exception and not a fault of the JVM; no channel, which an interrupted
 * thread would close for all others.
 * <p>
 * Thread-safe.
 */
final class StoredInts implements IntSource, Closeable {

	private static final int PAGE_BITS = 10;

	private static final int SCAN_PAGE_BITS = 16;

	private final RandomAccessFile file;

	private final Page page = new Page(PAGE_BITS);

	StoredInts(Path path) throws IOException {
		this.file = new RandomAccessFile(path.toFile(), "r");
	}

	@Override
	public int get(long index) {
		synchronized (this.page) {
			return this.page.get(index);
		}
	}

	/**
	 * Return how many integers there are.
	 * @return integers
	 */
	long size() {
		try {
			synchronized (this.file) {
				return this.file.length() / Integer.BYTES;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return what reads large parts of the file.
	 * @return the same integers, for one thread; 3 ns each if they are near
	 */
	Page scan() {
		return new Page(SCAN_PAGE_BITS);
	}

	/**
	 * Return what reads the file here and there.
	 * @return the same integers, for one thread; 1 us each if they are far from each
	 * other, 5 ns if near
	 */
	Page visit() {
		return new Page(PAGE_BITS);
	}

	/**
	 * Read some bytes.
	 * @param from where they start
	 * @param count how many
	 * @return the bytes
	 */
	byte[] bytes(long from, int count) {
		synchronized (this.page) {
			return this.page.copy(from, count);
		}
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

	private void read(long from, byte[] target) {
		try {
			synchronized (this.file) {
				this.file.seek(from);
				int length = 0;
				for (int read = 0; read >= 0 && length < target.length; length += Math.max(0, read)) {
					read = this.file.read(target, length, target.length - length);
				}
				if (length == 0) {
					throw new EOFException("The index of a heap dump is too short. Build it again");
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the file through a page of its own, for one thread.
	 */
	final class Page implements IntSource {

		private final int bits;

		private final byte[] bytes;

		private final IntBuffer ints;

		private long number = -1;

		private Page(int bits) {
			this.bits = bits;
			this.bytes = new byte[Integer.BYTES << bits];
			this.ints = ByteBuffer.wrap(this.bytes).order(ByteOrder.nativeOrder()).asIntBuffer();
		}

		@Override
		public int get(long index) {
			turnTo(index >>> this.bits);
			return this.ints.get((int) index & ((1 << this.bits) - 1));
		}

		private byte[] copy(long from, int count) {
			byte[] copy = new byte[count];
			for (int copied = 0; copied < count;) {
				long at = from + copied;
				turnTo(at / this.bytes.length);
				int offset = (int) (at % this.bytes.length);
				int step = Math.min(count - copied, this.bytes.length - offset);
				System.arraycopy(this.bytes, offset, copy, copied, step);
				copied += step;
			}
			return copy;
		}

		/**
		 * Look for an integer. About 1 ns for each that is passed.
		 * @param value what to look for
		 * @param mask which bits count
		 * @param from index of the first one to look at
		 * @param end index of the first one not to look at
		 * @return index of the first one found, -1 if there is none
		 */
		long find(int value, int mask, long from, long end) {
			int pageSize = 1 << this.bits;
			for (long at = from; at < end;) {
				turnTo(at >>> this.bits);
				long start = this.number << this.bits;
				int stop = (int) Math.min(pageSize, end - start);
				for (int i = (int) (at - start); i < stop; i++) {
					if ((this.ints.get(i) & mask) == value) {
						return start + i;
					}
				}
				at = start + stop;
			}
			return -1;
		}

		private void turnTo(long page) {
			if (page != this.number) {
				this.number = -1;
				read(page * this.bytes.length, this.bytes);
				this.number = page;
			}
		}

	}

}
