package io.github.heapwise.hprof;

/**
 * A place where reading can start.
 *
 * @param offset start of a record, in bytes of the uncompressed dump
 * @param segmentEnd where the heap segment ends that the record lies in, 0 for a record
 * outside of segments
 */
public record HprofPosition(long offset, long segmentEnd) {

	static final HprofPosition FIRST = new HprofPosition(HprofHeader.BYTES, 0);

}
