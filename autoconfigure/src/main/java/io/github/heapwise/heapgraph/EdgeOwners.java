package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Says where to look for the objects whose references lie together: by block of
 * references the least and the greatest of them, each plus 1. As dumps are written in the
 * order of addresses or nearly so, these are near to each other.
 */
final class EdgeOwners {

	private static final int BLOCK_BITS = 16;

	private final IntSource ranges;

	private final StoredInts starts;

	private final CancelSignal cancel;

	/**
	 * Prepare to look.
	 * @param ranges the file that was written
	 * @param starts where the references of objects start
	 * @param cancel asked every million objects
	 */
	EdgeOwners(IntSource ranges, StoredInts starts, CancelSignal cancel) {
		this.ranges = ranges;
		this.starts = starts;
		this.cancel = cancel;
	}

	/**
	 * Write the file. About 2 ns an object.
	 * @param graph the objects
	 * @param edgeCount how many references there are
	 * @param files where to
	 */
	static void write(ObjectGraph graph, long edgeCount, WorkFiles files) throws IOException {
		int blocks = (int) (edgeCount >>> BLOCK_BITS) + 1;
		Ints ranges = files.kept(IndexFiles.OWNERS, 2L * blocks);
		for (int i = 0; i < graph.size(); i++) {
			long start = graph.start(i);
			if (start != 0) {
				long block = start >>> BLOCK_BITS;
				if (ranges.get(2 * block) == 0) {
					ranges.put(2 * block, i + 1);
				}
				ranges.put(2 * block + 1, i + 1);
			}
		}
	}

	/**
	 * Find the objects whose references start somewhere. Looks at those that can be it,
	 * each once, 4 ns each.
	 * @param wanted where references start, in their order
	 * @return numbers of objects, likewise
	 */
	int[] of(long[] wanted) {
		int[] owners = new int[wanted.length];
		BitSet blocks = new BitSet();
		for (long start : wanted) {
			blocks.set((int) (start >>> BLOCK_BITS));
		}
		int[] order = blocks.stream()
			.boxed()
			.sorted(Comparator.comparingInt((block) -> this.ranges.get(2L * block)))
			.mapToInt(Integer::intValue)
			.toArray();
		StoredInts.Page scan = this.starts.scan();
		int next = 0;
		for (int block : order) {
			int end = this.ranges.get(2L * block + 1);
			find(wanted, blocks, Math.max(next, this.ranges.get(2L * block) - 1), end, scan, owners);
			next = Math.max(next, end);
		}
		return owners;
	}

	private void find(long[] wanted, BitSet blocks, int from, int end, IntSource scan, int[] owners) {
		for (int i = from; i < end; i++) {
			if ((i & ObjectGraph.STEP_MASK) == 0) {
				this.cancel.check();
			}
			long start = Integer.toUnsignedLong(scan.get(i));
			if (blocks.get((int) (start >>> BLOCK_BITS))) {
				int found = Arrays.binarySearch(wanted, start);
				if (found >= 0) {
					owners[found] = i;
				}
			}
		}
	}

}
