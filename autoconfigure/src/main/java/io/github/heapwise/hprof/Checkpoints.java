package io.github.heapwise.hprof;

import java.util.Arrays;

/**
 * Places where reading can start, one every few megabytes. 16 bytes each.
 */
final class Checkpoints {

	static final long DISTANCE_BYTES = 4 << 20;

	private long[] offsets = { HprofPosition.FIRST.offset() };

	private long[] segmentEnds = { HprofPosition.FIRST.segmentEnd() };

	private int size = 1;

	/**
	 * Note where a reader is, if the last checkpoint is far enough behind.
	 * @param reader the reader
	 */
	void pass(HprofReader reader) {
		if (reader.recordOffset() - this.offsets[this.size - 1] >= DISTANCE_BYTES) {
			add(reader.recordPosition());
		}
	}

	/**
	 * Return the last one that is not behind some place.
	 * @param offset the place
	 * @return the checkpoint, the first record for places before it
	 */
	HprofPosition before(long offset) {
		int found = Arrays.binarySearch(this.offsets, 0, this.size, offset);
		int index = Math.max(0, (found >= 0) ? found : -found - 2);
		return new HprofPosition(this.offsets[index], this.segmentEnds[index]);
	}

	private void add(HprofPosition position) {
		if (this.size == this.offsets.length) {
			this.offsets = Arrays.copyOf(this.offsets, 2 * this.size);
			this.segmentEnds = Arrays.copyOf(this.segmentEnds, 2 * this.size);
		}
		this.offsets[this.size] = position.offset();
		this.segmentEnds[this.size++] = position.segmentEnd();
	}

}
