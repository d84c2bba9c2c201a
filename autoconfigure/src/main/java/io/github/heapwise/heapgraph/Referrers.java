package io.github.heapwise.heapgraph;

import java.util.Arrays;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Finds what refers to an object: looks for its number among all references, where those
 * of an object lie behind each other and nothing lies between them that belongs to none.
 */
final class Referrers {

	// 4 MB
	private static final long STEP = ObjectGraph.STEP_MASK + 1L;

	private final StoredInts.Page edges;

	private final long end;

	private final EdgeOwners owners;

	private final CancelSignal cancel;

	/**
	 * Prepare to look.
	 * @param edges the references
	 * @param end how many there are
	 * @param owners whose they are
	 * @param cancel asked every million references
	 */
	Referrers(StoredInts.Page edges, long end, EdgeOwners owners, CancelSignal cancel) {
		this.edges = edges;
		this.end = end;
		this.owners = owners;
		this.cancel = cancel;
	}

	/**
	 * Find and count them.
	 * @param object number of the object
	 * @param from how many to leave out
	 * @param limit how many to return at most
	 * @return numbers of objects, in the order of the dump, and how many there are at all
	 */
	ObjectPage find(int object, long from, int limit) {
		long[] starts = new long[16];
		int found = 0;
		long total = 0;
		for (long match = next(object, 1); match >= 0; match = next(object, last(match) + 1)) {
			if (total >= from && found < limit) {
				starts = (found < starts.length) ? starts : Arrays.copyOf(starts, 2 * found);
				starts[found++] = first(match);
			}
			total++;
		}
		return new ObjectPage(this.owners.of(Arrays.copyOf(starts, found)), total);
	}

	private long next(int object, long from) {
		for (long at = from; at < this.end; at += STEP) {
			this.cancel.check();
			long match = this.edges.find(object, ObjectGraph.NUMBER, at, Math.min(this.end, at + STEP));
			if (match >= 0) {
				return match;
			}
		}
		return -1;
	}

	private long first(long match) {
		long first = match;
		while (first > 1 && this.edges.get(first - 1) >= 0) {
			first--;
		}
		return first;
	}

	private long last(long match) {
		long last = match;
		while (last < this.end && this.edges.get(last) >= 0) {
			last++;
		}
		return last;
	}

}
