package io.github.heapwise.heapview;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import io.github.heapwise.heapgraph.HeapReader;

/**
 * Hashes contents of arrays to 64 bits, some GB a second: of five million different texts
 * two share a hash once in a million dumps. Words of 8 bytes are mixed as in xxHash, the
 * end as in MurmurHash.
 * <p>
 * For one thread.
 */
final class TextHash implements HeapReader.Bytes {

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long FIRST_PRIME = 0x9E37_79B1_85EB_CA87L;

	private static final long SECOND_PRIME = 0xC2B2_AE3D_27D4_EB4FL;

	// So that nobody can prepare texts that share a hash.
	private final long seed;

	private long hash;

	private long anyBits;

	TextHash(long seed) {
		this.seed = seed;
	}

	/**
	 * Begin a text.
	 * @param salt what tells it from others of the same bytes
	 */
	void begin(long salt) {
		this.hash = this.seed ^ salt * SECOND_PRIME;
		this.anyBits = 0;
	}

	@Override
	public void accept(byte[] source, int from, int count) {
		int end = from + count;
		int at = from;
		for (; at + Long.BYTES <= end; at += Long.BYTES) {
			add((long) WORDS.get(source, at));
		}
		if (at < end) {
			long rest = 0;
			for (int i = at; i < end; i++) {
				rest = rest << Byte.SIZE | source[i] & 0xFF;
			}
			add(rest);
		}
	}

	/**
	 * Return whether all bytes so far are 0.
	 * @return whether the text says nothing
	 */
	boolean isBlank() {
		return this.anyBits == 0;
	}

	long value() {
		long mixed = this.hash;
		mixed = (mixed ^ mixed >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
		mixed = (mixed ^ mixed >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
		return mixed ^ mixed >>> 33;
	}

	private void add(long word) {
		this.anyBits |= word;
		this.hash = Long.rotateLeft(this.hash ^ word * SECOND_PRIME, 31) * FIRST_PRIME;
	}

}
