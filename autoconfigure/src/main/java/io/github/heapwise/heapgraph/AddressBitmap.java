package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.github.heapwise.hprof.LongIndex;

/**
 * Marks the addresses of objects, one bit for 8 bytes of heap, in chunks for 1 MB of heap
 * each that exist only where there are objects. About half a byte an object.
 * <p>
 * Ids may be anything, so the number of chunks is limited.
 */
final class AddressBitmap {

	// 1 MB of heap
	static final int CHUNK_BITS = 20;

	/**
	 * As much as a JVM can be told to align objects to.
	 */
	static final int MAX_ALIGNMENT_BYTES = 256;

	// Fewer may have such addresses by chance.
	private static final int MIN_ALIGNED_OBJECTS = 256;

	static final int CHUNK_INTS_BITS = CHUNK_BITS - 3 - 5;

	static final int CHUNK_INTS = 1 << CHUNK_INTS_BITS;

	private static final long CHUNK_MASK = (1 << CHUNK_BITS) - 1;

	private final LongIndex chunks;

	private final Ints bits;

	private final AtomicLong addressBits = new AtomicLong();

	/**
	 * Create an empty bitmap.
	 * @param maxChunks how many chunks it may have
	 * @param bits where to keep the bits, growing
	 */
	AddressBitmap(int maxChunks, Ints bits) {
		this.chunks = new LongIndex(maxChunks);
		this.bits = bits;
	}

	/**
	 * Return what marks addresses, for one thread.
	 * @return a marker; to be closed at last
	 */
	Marker marker() {
		return new Marker();
	}

	/**
	 * Number the objects, once all are marked.
	 * @param ranks where to keep counts: one integer for 2 of the bitmap
	 * @return the index
	 */
	ObjectIndex index(Ints ranks) throws IOException {
		int count = this.chunks.size();
		int[] order = IntStream.range(0, count)
			.boxed()
			.sorted((a, b) -> Long.compareUnsigned(this.chunks.idAt(a), this.chunks.idAt(b)))
			.mapToInt(Integer::intValue)
			.toArray();
		long[] keys = Arrays.stream(order).mapToLong(this.chunks::idAt).toArray();
		int[] first = new int[count + 1];
		long sum = 0;
		for (int i = 0; i < count; i++) {
			first[i] = (int) sum;
			sum += rank(order[i], sum, ranks);
			if (sum > ObjectIndex.MAX_OBJECTS) {
				throw new IOException("Heap dump has more than %d objects, the most that can be analysed"
					.formatted(ObjectIndex.MAX_OBJECTS));
			}
		}
		first[count] = (int) sum;
		return new ObjectIndex(keys, order, first, this.bits, ranks);
	}

	/**
	 * Return what the addresses are multiples of.
	 * @param objects how many objects there are
	 * @return bytes, a power of 2 of at least 8
	 */
	int alignmentBytes(int objects) {
		long bytes = Long.lowestOneBit(this.addressBits.get() | MAX_ALIGNMENT_BYTES);
		return (objects >= MIN_ALIGNED_OBJECTS) ? (int) Math.max(Long.BYTES, bytes) : Long.BYTES;
	}

	/**
	 * Return how many counts an index needs.
	 * @return integers
	 */
	long rankCount() {
		return (long) this.chunks.size() << (CHUNK_INTS_BITS - ObjectIndex.BLOCK_BITS);
	}

	private int rank(int chunk, long before, Ints ranks) {
		long from = (long) chunk << CHUNK_INTS_BITS;
		int sum = 0;
		for (long i = from; i < from + CHUNK_INTS; i++) {
			if ((i & ObjectIndex.BLOCK_MASK) == 0) {
				ranks.put(i >>> ObjectIndex.BLOCK_BITS, (int) (before + sum));
			}
			sum += Integer.bitCount(this.bits.get(i));
		}
		return sum;
	}

	private synchronized int chunk(long key) throws IOException {
		int chunk = this.chunks.add(key);
		if (chunk != LongIndex.ABSENT) {
			this.bits.ensure((chunk + 1L) << CHUNK_INTS_BITS, true);
		}
		return chunk;
	}

	/**
	 * Marks addresses. Neighbours in a dump are often neighbours in the heap, so bits are
	 * gathered before they are set.
	 */
	final class Marker {

		private long key = -1;

		private long chunkStart;

		private long index = -1;

		private int pending;

		private long addressBits;

		/**
		 * Mark an address.
		 * @param address a multiple of 8
		 * @return whether there was room
		 */
		boolean mark(long address) throws IOException {
			if (address >>> CHUNK_BITS != this.key) {
				int chunk = chunk(address >>> CHUNK_BITS);
				if (chunk == LongIndex.ABSENT) {
					return false;
				}
				this.key = address >>> CHUNK_BITS;
				this.chunkStart = (long) chunk << CHUNK_INTS_BITS;
			}
			long at = this.chunkStart + ((address & CHUNK_MASK) >>> 8);
			if (at != this.index) {
				flush();
				this.index = at;
			}
			this.pending |= 1 << (address >>> 3);
			this.addressBits |= address;
			return true;
		}

		/**
		 * Mark what is still to be marked.
		 */
		void close() {
			flush();
			long bits = this.addressBits;
			AddressBitmap.this.addressBits.updateAndGet((before) -> before | bits);
		}

		private void flush() {
			if (this.pending != 0) {
				AddressBitmap.this.bits.or(this.index, this.pending);
				this.pending = 0;
			}
		}

	}

}
