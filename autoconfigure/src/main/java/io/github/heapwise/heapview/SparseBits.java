package io.github.heapwise.heapview;

import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * A few objects among many, or many that are near each other: a bit each where there are
 * any.
 */
final class SparseBits {

	private static final int CHUNK_BITS = 16;

	private final Map<Integer, BitSet> chunks = new TreeMap<>();

	private int lastChunk = -1;

	private BitSet last = new BitSet();

	void add(int object) {
		turnTo(object >>> CHUNK_BITS);
		this.last.set(object & ((1 << CHUNK_BITS) - 1));
	}

	boolean contains(int object) {
		BitSet chunk = (object >>> CHUNK_BITS == this.lastChunk) ? this.last : this.chunks.get(object >>> CHUNK_BITS);
		return chunk != null && chunk.get(object & ((1 << CHUNK_BITS) - 1));
	}

	void addAll(Collection<Integer> objects) {
		objects.forEach(this::add);
	}

	/**
	 * Visit the objects.
	 * @param visitor gets numbers of objects in their order
	 */
	void forEach(IntConsumer visitor) {
		this.chunks
			.forEach((number, chunk) -> chunk.stream().forEach((bit) -> visitor.accept((number << CHUNK_BITS) + bit)));
	}

	private void turnTo(int chunk) {
		if (chunk != this.lastChunk) {
			this.last = this.chunks.computeIfAbsent(chunk, (added) -> new BitSet());
			this.lastChunk = chunk;
		}
	}

}
