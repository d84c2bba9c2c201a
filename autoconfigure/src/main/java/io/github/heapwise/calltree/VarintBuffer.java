package io.github.heapwise.calltree;

import java.io.ByteArrayOutputStream;

/**
 * Bytes that grow by varints: unsigned LEB128, seven bits a byte, the lowest first, the
 * top bit set on all but the last. 1 byte up to 127, 10 for a negative number.
 * <p>
 * Not thread-safe.
 */
public final class VarintBuffer {

	private static final int MIN_BYTES = 32;

	private final ByteArrayOutputStream bytes;

	/**
	 * Create an empty buffer.
	 * @param expectedBytes how many bytes it will hold, roughly
	 */
	public VarintBuffer(int expectedBytes) {
		this.bytes = new ByteArrayOutputStream(Math.max(expectedBytes, MIN_BYTES));
	}

	public void add(long value) {
		long rest = value;
		while ((rest & ~0x7FL) != 0) {
			this.bytes.write((int) ((rest & 0x7F) | 0x80));
			rest >>>= 7;
		}
		this.bytes.write((int) rest);
	}

	public byte[] toByteArray() {
		return this.bytes.toByteArray();
	}

}
