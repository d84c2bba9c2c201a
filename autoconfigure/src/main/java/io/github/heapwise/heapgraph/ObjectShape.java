package io.github.heapwise.heapgraph;

import java.util.Arrays;
import java.util.List;

import io.github.heapwise.hprof.BasicType;

/**
 * How the JVM that was dumped laid out objects. Dumps do not say so, but addresses show
 * it.
 *
 * @param headerBytes what an object begins with
 * @param referenceBytes size of a reference
 * @param arrayHeaderBytes what an array begins with, by type of the elements
 */
record ObjectShape(int headerBytes, int referenceBytes, int[] arrayHeaderBytes) {

	private static final int TYPES = 12;

	// Most frequent first: with compressed references and classes, with neither, with
	// one of them, and the same with compact headers.
	private static final List<ObjectShape> WIDE = List.of(shape(12, 4, 16), shape(16, 8, 24), shape(12, 8, 16),
			shape(8, 4, 12), shape(8, 8, 12), shape(16, 4, 24));

	// A JVM of 32 bits.
	private static final List<ObjectShape> NARROW = List.of(shape(8, 4, 12));

	/**
	 * The shape of the largest objects.
	 */
	static final ObjectShape LARGEST = shape(16, 8, 24);

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
	 * Return the shape that explains most: the one that most classes and lengths of
	 * arrays have exactly.
	 * @param idBytes size of an id in the dump
	 * @param fields what instances need
	 * @param evidence what instances take
	 * @param classCount how many classes there are
	 * @return the shape
	 */
	static ObjectShape of(int idBytes, FieldBytes fields, SizeEvidence evidence, int classCount) {
		ObjectShape best = candidates(idBytes).get(0);
		int most = -1;
		for (ObjectShape candidate : candidates(idBytes)) {
			int hits = arrayHits(BasicType.OBJECT, candidate.referenceBytes(),
					candidate.arrayHeaderBytes()[BasicType.OBJECT], evidence);
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

	private ObjectShape withArrayHeaders(SizeEvidence evidence) {
		int[] headers = this.arrayHeaderBytes.clone();
		for (int type = 0; type < TYPES; type++) {
			int most = (elementBytes(type) != 0) ? arrayHits(type, elementBytes(type), headers[type], evidence) : 0;
			for (int header : ARRAY_HEADERS) {
				int hits = (elementBytes(type) != 0) ? arrayHits(type, elementBytes(type), header, evidence) : 0;
				if (hits > most) {
					most = hits;
					headers[type] = header;
				}
			}
		}
		return new ObjectShape(this.headerBytes, this.referenceBytes, headers);
	}

	private static int arrayHits(int type, int elementBytes, int headerBytes, SizeEvidence evidence) {
		int hits = 0;
		for (int length = 0; length < SizeEvidence.MAX_LENGTH; length++) {
			int words = (headerBytes + length * elementBytes + 7) >>> 3;
			hits += (evidence.arrayWords(type, length) == words) ? 1 : 0;
		}
		return hits;
	}

	private static ObjectShape shape(int headerBytes, int referenceBytes, int arrayHeaderBytes) {
		int[] headers = new int[TYPES];
		Arrays.fill(headers, arrayHeaderBytes);
		return new ObjectShape(headerBytes, referenceBytes, headers);
	}

}
