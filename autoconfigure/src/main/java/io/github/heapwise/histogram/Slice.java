package io.github.heapwise.histogram;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * What was recorded in one stretch of time, packed: some 2 bytes for each distinct value.
 *
 * @param counts the histogram as HdrHistogram writes it
 * @param exact what the histogram rounds
 */
record Slice(byte[] counts, ExactFigures exact) {

	private static final Slice EMPTY = new Slice(new byte[0], ExactFigures.NONE);

	// the record, its figures and the header of the array
	private static final int OWN_BYTES = 100;

	static Slice of(AbstractHistogram histogram, ExactFigures exact) {
		if (exact.count() == 0) {
			return EMPTY;
		}
		ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
		int length = histogram.encodeIntoByteBuffer(buffer);
		return new Slice(Arrays.copyOf(buffer.array(), length), exact);
	}

	void addTo(AbstractHistogram sum) {
		if (this.counts.length > 0) {
			sum.add(IntCountsHistogram.decodeFromByteBuffer(ByteBuffer.wrap(this.counts), 0));
		}
	}

	int heapBytes() {
		return OWN_BYTES + this.counts.length;
	}

}
