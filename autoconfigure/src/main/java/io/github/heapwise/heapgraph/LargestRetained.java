package io.github.heapwise.heapgraph;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Finds the objects that retain most among many, in one pass and with memory for those
 * found only.
 */
final class LargestRetained {

	private static final Comparator<Entry> BY_SIZE = Comparator.comparingLong(Entry::words)
		.thenComparing(Comparator.comparingInt(Entry::object).reversed());

	private final int count;

	private final PriorityQueue<Entry> smallestFirst = new PriorityQueue<>(BY_SIZE);

	LargestRetained(int count) {
		this.count = count;
	}

	void add(int object, long words) {
		if (this.smallestFirst.size() < this.count) {
			this.smallestFirst.add(new Entry(object, words));
		}
		else if (this.count > 0 && words > this.smallestFirst.element().words()) {
			this.smallestFirst.remove();
			this.smallestFirst.add(new Entry(object, words));
		}
	}

	/**
	 * Return what was found.
	 * @param from how many to leave out
	 * @return numbers of objects, the largest first and equal ones in their order
	 */
	int[] from(int from) {
		return this.smallestFirst.stream().sorted(BY_SIZE.reversed()).skip(from).mapToInt(Entry::object).toArray();
	}

	private record Entry(int object, long words) {

	}

}
