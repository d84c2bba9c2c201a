package io.github.heapwise.heapgraph;

import java.io.Closeable;
import java.io.IOException;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Tells which of some objects is the nearest at or above each object in the dominator
 * tree. Takes a byte an object, off the heap.
 */
public final class Regions implements Closeable {

	/**
	 * How many regions there may be.
	 */
	public static final int MAX_REGIONS = 250;

	/**
	 * Stands for no region.
	 */
	public static final int NONE = -1;

	// What is kept is 0 as long as it is not known, then 2 more than the region.
	private static final int UNKNOWN = -2;

	private static final int MAX_SCANS = 4;

	private final WorkFiles files;

	private final Ints codes;

	private Regions(WorkFiles files, int size) throws IOException {
		this.files = files;
		this.codes = files.zeros((size >>> 2) + 1L);
	}

	/**
	 * Find all regions. Most objects are near what dominates them, or after it, so a few
	 * scans to and fro find almost all of them.
	 * @param tops numbers of the objects that regions are below
	 * @param dominators dominators as kept
	 * @param size how many objects there are
	 * @param files where to work, closed with this
	 * @param cancel asked every million objects
	 * @return the regions
	 */
	static Regions of(int[] tops, StoredInts dominators, int size, WorkFiles files, CancelSignal cancel)
			throws IOException {
		Regions regions = new Regions(files, size);
		for (int i = 0; i < tops.length; i++) {
			regions.put(tops[i], i);
		}
		boolean complete = false;
		for (int i = 0; i < MAX_SCANS && !complete; i++) {
			complete = regions.scan(dominators.scan(), size, (i & 1) == 0, cancel);
		}
		for (int i = 0; i < size && !complete; i++) {
			regions.climb(i, dominators);
		}
		return regions;
	}

	/**
	 * Return the region of an object.
	 * @param object number of the object
	 * @return index of what it is below or is itself, {@link #NONE} for neither
	 */
	public int region(int object) {
		return (this.codes.get(object >>> 2) >>> ((object & 3) << 3) & 0xFF) - 2;
	}

	@Override
	public void close() throws IOException {
		this.files.close();
	}

	private boolean scan(IntSource dominators, int size, boolean forward, CancelSignal cancel) {
		boolean complete = true;
		for (int i = 0; i < size; i++) {
			if ((i & ObjectGraph.STEP_MASK) == 0) {
				cancel.check();
			}
			int object = forward ? i : size - 1 - i;
			if (region(object) == UNKNOWN) {
				int region = above(dominators.get(object));
				put(object, region);
				complete &= region != UNKNOWN;
			}
		}
		return complete;
	}

	private void climb(int object, IntSource dominators) {
		int top = object;
		while (region(top) == UNKNOWN && above(dominators.get(top)) == UNKNOWN) {
			top = dominators.get(top) - 1;
		}
		int region = (region(top) != UNKNOWN) ? region(top) : above(dominators.get(top));
		for (int at = object; at != top; at = dominators.get(at) - 1) {
			put(at, region);
		}
		put(top, region);
	}

	private int above(int dominator) {
		return (dominator > 0) ? region(dominator - 1) : NONE;
	}

	private void put(int object, int region) {
		int shift = (object & 3) << 3;
		int others = this.codes.get(object >>> 2) & ~(0xFF << shift);
		this.codes.put(object >>> 2, others | (region + 2) << shift);
	}

}
