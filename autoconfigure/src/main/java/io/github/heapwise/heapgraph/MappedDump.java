package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.StandardOpenOption;

import io.github.heapwise.hprof.HprofFile;

/**
 * A dump that is mapped, to be read here and there: 5 ns a number. A place beyond its end
 * is an {@link IndexOutOfBoundsException}.
 */
final class MappedDump {

	/**
	 * How many bytes may be copied at once.
	 */
	static final int MAX_BYTES = 32 * 1024;

	// A buffer cannot be larger than 2 GB.
	private static final int WINDOW_BITS = 30;

	private static final long WINDOW_MASK = (1L << WINDOW_BITS) - 1;

	private final ByteBuffer[] windows;

	private final int idBytes;

	/**
	 * Map a dump.
	 * @param dump the dump, not compressed
	 */
	MappedDump(HprofFile dump) throws IOException {
		this.idBytes = dump.header().idBytes();
		this.windows = new ByteBuffer[(int) ((dump.fileBytes() + WINDOW_MASK) >>> WINDOW_BITS)];
		try (FileChannel channel = FileChannel.open(dump.path(), StandardOpenOption.READ)) {
			for (int i = 0; i < this.windows.length; i++) {
				long from = (long) i << WINDOW_BITS;
				// What begins in a window ends there too.
				long size = Math.min(dump.fileBytes() - from, WINDOW_MASK + 1 + MAX_BYTES);
				this.windows[i] = channel.map(MapMode.READ_ONLY, from, size);
			}
		}
	}

	int idBytes() {
		return this.idBytes;
	}

	int u1(long position) {
		return window(position).get((int) (position & WINDOW_MASK)) & 0xFF;
	}

	int i4(long position) {
		return window(position).getInt((int) (position & WINDOW_MASK));
	}

	long i8(long position) {
		return window(position).getLong((int) (position & WINDOW_MASK));
	}

	/**
	 * Read an id of the size that ids have in this dump.
	 * @param position where it starts
	 * @return the id
	 */
	long id(long position) {
		return (this.idBytes == Long.BYTES) ? i8(position) : Integer.toUnsignedLong(i4(position));
	}

	/**
	 * Copy bytes.
	 * @param position where they start
	 * @param target where to
	 * @param count how many, at most {@link #MAX_BYTES}
	 */
	void copy(long position, byte[] target, int count) {
		window(position).get((int) (position & WINDOW_MASK), target, 0, count);
	}

	private ByteBuffer window(long position) {
		return this.windows[(int) (position >>> WINDOW_BITS)];
	}

}
