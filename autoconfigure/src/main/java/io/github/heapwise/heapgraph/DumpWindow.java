package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import io.github.heapwise.hprof.HprofFile;

/**
 * A dump seen through a window that is moved to and fro: far ahead where it is read on
 * from where it was, a little around where it is not. About 5 ns a number, 2 us if the
 * window has to be moved.
 * <p>
 * Not thread-safe.
 */
final class DumpWindow implements Closeable {

	/**
	 * How many bytes can be seen at once.
	 */
	static final int MAX_BYTES = 64 * 1024;

	private static final int BLOCK_BYTES = 4096;

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private final RandomAccessFile file;

	private final String name;

	private final int idBytes;

	private final byte[] bytes = new byte[MAX_BYTES];

	private long start;

	private int length;

	DumpWindow(HprofFile dump) throws IOException {
		this.file = new RandomAccessFile(dump.path().toFile(), "r");
		this.name = dump.name();
		this.idBytes = dump.header().idBytes();
	}

	int idBytes() {
		return this.idBytes;
	}

	int u1(long position) throws IOException {
		return this.bytes[show(position, 1)] & 0xFF;
	}

	int i4(long position) throws IOException {
		return (int) INTS.get(this.bytes, show(position, 4));
	}

	long i8(long position) throws IOException {
		return (long) LONGS.get(this.bytes, show(position, 8));
	}

	/**
	 * Read an id of the size that ids have in this dump.
	 * @param position where it starts
	 * @return the id
	 */
	long id(long position) throws IOException {
		return (this.idBytes == Long.BYTES) ? i8(position) : Integer.toUnsignedLong(i4(position));
	}

	/**
	 * Return what is seen.
	 * @return bytes, which change when the window moves
	 */
	byte[] bytes() {
		return this.bytes;
	}

	/**
	 * Move the window if something cannot be seen.
	 * @param position where it starts
	 * @param count how many bytes it has, at most half of {@link #MAX_BYTES}
	 * @return where among the bytes it starts
	 */
	int show(long position, int count) throws IOException {
		if (position < this.start || position + count > this.start + this.length) {
			move(position, count);
		}
		return (int) (position - this.start);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

	private void move(long position, int count) throws IOException {
		long end = this.start + this.length;
		boolean onwards = position >= end - BLOCK_BYTES && position < end + MAX_BYTES;
		// What belongs together is mostly near, but in any order.
		this.start = Math.max(0, (position & -BLOCK_BYTES) - (onwards ? 0 : BLOCK_BYTES));
		int needed = (int) (position + count - this.start);
		read(onwards ? MAX_BYTES : needed + BLOCK_BYTES);
		if (this.length < needed) {
			throw new EOFException(
					"Heap dump '%s' has changed since it was analysed. Analyse it again".formatted(this.name));
		}
	}

	private void read(int wanted) throws IOException {
		this.length = 0;
		this.file.seek(this.start);
		for (int read = 0; read >= 0 && this.length < wanted; this.length += Math.max(0, read)) {
			read = this.file.read(this.bytes, this.length, wanted - this.length);
		}
	}

}
