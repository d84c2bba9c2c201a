package io.github.heapwise.hprof;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Bytes of a dump, read forward through a window of fixed size: all the memory it takes,
 * whatever the dump claims. Numbers are big-endian and unsigned but for those of 8 bytes.
 * <p>
 * Not thread-safe. Reading past the end throws {@link EOFException}, reading on after a
 * cancel {@link java.util.concurrent.CancellationException}.
 */
public final class HprofInput implements Closeable {

	static final int WINDOW_BYTES = 256 * 1024;

	private static final VarHandle SHORTS = view(short[].class);

	private static final VarHandle INTS = view(int[].class);

	private static final VarHandle LONGS = view(long[].class);

	private final String dump;

	private final InputStream source;

	private final boolean seekable;

	private final CancelSignal cancel;

	private final byte[] window = new byte[WINDOW_BYTES];

	private boolean wideIds;

	// where in the source the window starts
	private long base;

	private int next;

	private int limit;

	private boolean ended;

	/**
	 * Start to read.
	 * @param dump name of the dump, for messages
	 * @param source the uncompressed bytes, closed with this
	 * @param seekable whether the source skips without reading
	 * @param cancel asked once a window
	 */
	HprofInput(String dump, InputStream source, boolean seekable, CancelSignal cancel) {
		this.dump = dump;
		this.source = source;
		this.seekable = seekable;
		this.cancel = cancel;
	}

	void setIdBytes(int idBytes) {
		this.wideIds = idBytes == Long.BYTES;
	}

	/**
	 * Return how far it was read.
	 * @return bytes from the start of the dump
	 */
	public long position() {
		return this.base + this.next;
	}

	public int u1() throws IOException {
		return this.window[take(1)] & 0xFF;
	}

	public int u2() throws IOException {
		return (short) SHORTS.get(this.window, take(2)) & 0xFFFF;
	}

	public long u4() throws IOException {
		return i4() & 0xFFFF_FFFFL;
	}

	public int i4() throws IOException {
		return (int) INTS.get(this.window, take(4));
	}

	public long i8() throws IOException {
		return (long) LONGS.get(this.window, take(8));
	}

	/**
	 * Read an id of the size that ids have in this dump.
	 * @return the id
	 */
	public long id() throws IOException {
		return this.wideIds ? i8() : u4();
	}

	/**
	 * Copy the next bytes.
	 * @param count how many, no more than the caller can hold
	 * @return the bytes
	 */
	public byte[] bytes(int count) throws IOException {
		byte[] bytes = new byte[count];
		for (int copied = 0; copied < count;) {
			take(1);
			this.next--;
			int step = Math.min(count - copied, buffered());
			System.arraycopy(this.window, this.next, bytes, copied, step);
			this.next += step;
			copied += step;
		}
		return bytes;
	}

	/**
	 * Pass over bytes. Takes no time worth mentioning where the source is a plain file.
	 * @param count how many
	 * @return how many there were before the end
	 */
	public long skip(long count) throws IOException {
		int step = (int) Math.min(count, buffered());
		this.next += step;
		return (step == count) ? count : step + leap(count - step);
	}

	/**
	 * Make sure that the next bytes are in the window.
	 * @param count how many, less than the window has
	 * @return whether the dump goes on for so long
	 */
	boolean has(int count) throws IOException {
		return buffered() >= count || fill(count);
	}

	/**
	 * Return whether the window holds the last bytes of the dump.
	 * @return whether nothing is left to read from the source
	 */
	boolean ended() {
		return this.ended;
	}

	/**
	 * Return how many bytes can be read without reading from the source.
	 * @return rest of the window
	 */
	int buffered() {
		return this.limit - this.next;
	}

	/**
	 * Pass over bytes of the window and overwrite them with zeros.
	 * @param count how many, at most {@link #buffered()}
	 */
	void erase(int count) {
		Arrays.fill(this.window, this.next, this.next + count, (byte) 0);
		this.next += count;
	}

	/**
	 * Write what was read since some position, as it is in the window now.
	 * @param from the position, not before the window
	 * @param count how many bytes
	 * @param target where to
	 */
	void copy(long from, int count, OutputStream target) throws IOException {
		target.write(this.window, (int) (from - this.base), count);
	}

	/**
	 * Copy what was read since some position, as it is in the window now.
	 * @param from the position, not before the window
	 * @param count how many bytes
	 * @param target where to
	 * @param offset where in the target to begin
	 */
	void copy(long from, int count, byte[] target, int offset) {
		System.arraycopy(this.window, (int) (from - this.base), target, offset, count);
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

	private int take(int count) throws IOException {
		if (buffered() < count && !fill(count)) {
			throw new EOFException("Heap dump '%s' ends at offset %d".formatted(this.dump, this.base + this.limit));
		}
		int taken = this.next;
		this.next += count;
		return taken;
	}

	private boolean fill(int count) throws IOException {
		this.cancel.check();
		System.arraycopy(this.window, this.next, this.window, 0, buffered());
		this.base += this.next;
		this.limit -= this.next;
		this.next = 0;
		while (this.limit < count && !this.ended) {
			read();
		}
		return this.limit >= count;
	}

	private void read() throws IOException {
		try {
			int read = this.source.read(this.window, this.limit, this.window.length - this.limit);
			this.ended = read < 0;
			this.limit += Math.max(0, read);
		}
		catch (EOFException ex) {
			// Compressed data breaks off in the middle.
			this.ended = true;
		}
		catch (ZipException ex) {
			throw new MalformedDumpException(this.dump, this.base + this.limit,
					"compressed data is damaged (" + ex.getMessage() + ")");
		}
	}

	private long leap(long count) throws IOException {
		boolean far = this.seekable && count >= WINDOW_BYTES;
		long rest = far ? count - seek(count) : count;
		while (rest > 0 && has(1)) {
			int step = (int) Math.min(rest, buffered());
			this.next += step;
			rest -= step;
		}
		return count - rest;
	}

	// Only with nothing left in the window.
	private long seek(long count) throws IOException {
		long skipped = this.source.skip(count);
		this.base += this.limit + skipped;
		this.next = 0;
		this.limit = 0;
		return skipped;
	}

	private static VarHandle view(Class<?> arrayType) {
		return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.BIG_ENDIAN);
	}

}
