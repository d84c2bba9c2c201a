package io.github.heapwise.route;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.heapwise.histogram.SliceRange;

/**
 * A number of sums over slices of time: the slice that is written and those before it.
 * <p>
 * Not thread-safe.
 */
final class SliceSums {

	private final long[][] slices;

	private int current;

	private int count;

	/**
	 * Create sums of 0.
	 * @param sliceCount how many slices are kept, the one that is written included
	 * @param sums how many sums
	 */
	SliceSums(int sliceCount, int sums) {
		this(new long[sums][sliceCount], 0, 1);
	}

	private SliceSums(long[][] slices, int current, int count) {
		this.slices = slices;
		this.current = current;
		this.count = count;
	}

	SliceSums copy() {
		return new SliceSums(Arrays.stream(this.slices).map(long[]::clone).toArray(long[][]::new), this.current,
				this.count);
	}

	void add(int sum, long value) {
		this.slices[sum][this.current] += value;
	}

	void turn() {
		int length = this.slices[0].length;
		this.current = (this.current + 1) % length;
		this.count = Math.min(this.count + 1, length);
		for (long[] slice : this.slices) {
			slice[this.current] = 0;
		}
	}

	long total(int sum) {
		return total(sum, SliceRange.ALL);
	}

	long total(int sum, SliceRange range) {
		return Arrays.stream(bySlice(sum, range)).sum();
	}

	/**
	 * Return a sum by slices.
	 * @param sum which one
	 * @param range which slices
	 * @return its values, the oldest first
	 */
	long[] bySlice(int sum, SliceRange range) {
		long[] ring = this.slices[sum];
		return IntStream.range(0, this.count)
			.map((index) -> this.count - 1 - index)
			.filter(range::contains)
			.mapToLong((number) -> ring[Math.floorMod(this.current - number, ring.length)])
			.toArray();
	}

}
