package io.github.heapwise.heapgraph;

import java.util.Arrays;

import io.github.heapwise.hprof.CancelSignal;

/**
 * Finds what refers to an object: looks for its number among all references, then for
 * whose these are. Where they are many, asks one object after the other instead, as the
 * first few are found soon.
 */
final class Referrers {

	private static final int MAX_MATCHES = 1 << 12;

	private final StoredInts starts;

	private final StoredInts edges;

	private final int size;

	private final CancelSignal cancel;

	/**
	 * Prepare to look.
	 * @param starts where the references of objects start
	 * @param edges the references
	 * @param size how many objects there are
	 * @param cancel asked every million objects
	 */
	Referrers(StoredInts starts, StoredInts edges, int size, CancelSignal cancel) {
		this.starts = starts;
		this.edges = edges;
		this.size = size;
		this.cancel = cancel;
	}

	/**
	 * Find them.
	 * @param object number of the object
	 * @param from number of the first object that may be found
	 * @param limit how many to return at most
	 * @param end how many references there are
	 * @return numbers of objects, in their order
	 */
	int[] find(int object, int from, int limit, long end) {
		long[] matches = new long[MAX_MATCHES];
		int count = 0;
		StoredInts.Page scan = this.edges.scan();
		long match = scan.find(object, ObjectGraph.NUMBER, 1, end);
		while (match >= 0 && count < MAX_MATCHES) {
			matches[count++] = match;
			match = scan.find(object, ObjectGraph.NUMBER, match + 1, end);
		}
		int[] candidates = (match < 0) ? owners(Arrays.copyOf(matches, count), from) : new int[0];
		return (match < 0) ? referring(object, candidates, limit) : firstReferring(object, from, limit);
	}

	// The owner of a reference is who has the last start before it.
	private int[] owners(long[] matches, int from) {
		long[] lastStarts = new long[matches.length];
		int[] owners = new int[matches.length];
		Arrays.fill(owners, ObjectIndex.ABSENT);
		IntSource scan = this.starts.scan();
		for (int i = 0; i < this.size && matches.length > 0; i++) {
			step(i);
			long start = Integer.toUnsignedLong(scan.get(i));
			if (start != 0 && start <= matches[matches.length - 1]) {
				int found = Arrays.binarySearch(matches, start);
				int match = (found >= 0) ? found : -found - 1;
				if (start > lastStarts[match]) {
					lastStarts[match] = start;
					owners[match] = i;
				}
			}
		}
		return Arrays.stream(owners).filter((owner) -> owner >= from).sorted().distinct().toArray();
	}

	// Between the references of objects there is what no object has any more.
	private int[] referring(int object, int[] candidates, int limit) {
		return Arrays.stream(candidates)
			.filter((candidate) -> refersTo(object, this.starts.get(candidate), this.edges))
			.limit(limit)
			.toArray();
	}

	private int[] firstReferring(int object, int from, int limit) {
		IntSource scannedStarts = this.starts.scan();
		IntSource scannedEdges = this.edges.scan();
		int[] found = new int[16];
		int count = 0;
		for (int i = from; i < this.size && count < limit; i++) {
			step(i);
			if (refersTo(object, scannedStarts.get(i), scannedEdges)) {
				found = (count < found.length) ? found : Arrays.copyOf(found, 2 * count);
				found[count++] = i;
			}
		}
		return Arrays.copyOf(found, count);
	}

	private void step(int object) {
		if ((object & ObjectGraph.STEP_MASK) == 0) {
			this.cancel.check();
		}
	}

	private static boolean refersTo(int object, int start, IntSource edges) {
		long at = Integer.toUnsignedLong(start);
		boolean found = false;
		for (int edge = (at != 0) ? 0 : ObjectGraph.LAST; edge >= 0;) {
			edge = edges.get(at++);
			found |= (edge & ObjectGraph.NUMBER) == object;
		}
		return found;
	}

}
