package io.github.heapwise.heapgraph;

import java.util.Arrays;
import java.util.List;

import io.github.heapwise.hprof.BasicType;

/**
 * How the JVM that was dumped laid out objects. Dumps do not say so, but addresses show
 * it.
 *
 * @param alignmentBytes what addresses and sizes are multiples of
 * @param headerBytes what an object begins with
 * @param referenceBytes size of a reference
 * @param arrayHeaderBytes what an array begins with, by type of the elements
 */
record ObjectShape(int alignmentBytes, int headerBytes, int referenceBytes, int[] arrayHeaderBytes) {

	private static final int TYPES = 12;

	// Most frequent first: with compressed references and classes, with neither, with
	// one of them, and the same with compact headers.
	private static final List<ObjectShape> WIDE = List.of(shape(12, 4, 16), shape(16, 8, 24), shape(12, 8, 16),
			shape(8, 4, 12), shape(8, 8, 12), shape(16, 4, 24));

	// A JVM of 32 bits.
	private static final List<ObjectShape> NARROW = List.of(shape(8, 4, 12));

	private static final int[] ARRAY_HEADERS = { 16, 12, 20, 24 };

	/**
	 * Return what is possible.
	 * @param idBytes size of an id in the dump
	 * @return shapes
	 */
	static List<ObjectShape> candidates(int idBytes) {
		return (idBytes == Long.BYTES) ? WIDE : NARROW;
	}

	/**
	 * Return the shape of the largest objects.
	 * @param alignmentBytes what their sizes are multiples of
	 * @return the shape
	 */
	static ObjectShape largest(int alignmentBytes) {
		return shape(16, 8, 24).alignedTo(alignmentBytes);
	}

	/**
	 * Return the shape that explains most: the one that most classes and lengths of
	 * arrays have exactly.
	 * @param idBytes size of an id in the dump
	 * @param alignmentBytes what addresses are multiples of
	 * @param fields what instances need
	 * @param evidence what instances take
	 * @param classCount how many classes there are
	 * @return the shape
	 */
	static ObjectShape of(int idBytes, int alignmentBytes, FieldBytes fields, SizeEvidence evidence, int classCount) {
		ObjectShape best = candidates(idBytes).get(0).alignedTo(alignmentBytes);
		int most = -1;
		for (ObjectShape shape : candidates(idBytes)) {
			ObjectShape candidate = shape.alignedTo(alignmentBytes);
			int hits = candidate.arrayHits(BasicType.OBJECT, candidate.arrayHeaderBytes()[BasicType.OBJECT], evidence);
			for (int type = 0; type < classCount; type++) {
				hits += (fields.leastWords(type, candidate) == evidence.instanceWords(type)) ? 1 : 0;
			}
			if (hits > most) {
				most = hits;
				best = candidate;
			}
		}
		return best.withArrayHeaders(evidence);
	}

	/**
	 * Return the size of the elements of an array.
	 * @param type their type
	 * @return bytes
	 */
	int elementBytes(int type) {
		return BasicType.bytes(type, this.referenceBytes);
	}

	/**
	 * Return what some bytes take in the heap.
	 * @param bytes bytes
	 * @return words of 8 bytes
	 */
	int words(int bytes) {
		return (bytes + this.alignmentBytes - 1 & -this.alignmentBytes) >>> 3;
	}

	private ObjectShape alignedTo(int bytes) {
		return new ObjectShape(bytes, this.headerBytes, this.referenceBytes, this.arrayHeaderBytes);
	}

	private ObjectShape withArrayHeaders(SizeEvidence evidence) {
		int[] headers = this.arrayHeaderBytes.clone();
		for (int type = 0; type < TYPES; type++) {
			int most = (elementBytes(type) != 0) ? arrayHits(type, headers[type], evidence) : 0;
			for (int header : ARRAY_HEADERS) {
				int hits = (elementBytes(type) != 0) ? arrayHits(type, header, evidence) : 0;
				if (hits > most) {
					most = hits;
					headers[type] = header;
				}
			}
		}
		return new ObjectShape(this.alignmentBytes, this.headerBytes, this.referenceBytes, headers);
	}

	private int arrayHits(int type, int arrayHeaderBytes, SizeEvidence evidence) {
		int hits = 0;
		for (int length = 0; length < SizeEvidence.MAX_LENGTH; length++) {
			int words = words(arrayHeaderBytes + length * elementBytes(type));
			hits += (evidence.arrayWords(type, length) == words) ? 1 : 0;
		}
		return hits;
	}

	private static ObjectShape shape(int headerBytes, int referenceBytes, int arrayHeaderBytes) {
		int[] headers = new int[TYPES];
		Arrays.fill(headers, arrayHeaderBytes);
		return new ObjectShape(Long.BYTES, headerBytes, referenceBytes, headers);
	}

}
