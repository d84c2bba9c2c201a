package io.github.heapwise.hprof;

/**
 * How a dump ends too early, because the JVM died or the disk was full while it was
 * written.
 *
 * @param offset where its last whole record ends, in bytes of the uncompressed dump
 * @param message what is missing, as a sentence
 */
public record Truncation(long offset, String message) {

	static Truncation withinRecord(String dump, long offset, long declaredBytes, long remainingBytes) {
		return new Truncation(offset, "Heap dump '%s' is truncated: record at offset %d declares %d bytes, %d remain"
			.formatted(dump, offset, declaredBytes, remainingBytes));
	}

	static Truncation betweenRecords(String dump, long offset) {
		return new Truncation(offset,
				"Heap dump '%s' is truncated: it ends at offset %d without an end record".formatted(dump, offset));
	}

}
