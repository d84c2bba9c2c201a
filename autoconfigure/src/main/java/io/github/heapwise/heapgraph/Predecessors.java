package io.github.heapwise.heapgraph;

import java.io.IOException;

/**
 * From where else than its parent one comes to an object, for the few that have more than
 * one way. Called by numbers of a {@link DepthFirstOrder}.
 *
 * @param ends by number, where the predecessors end; they start where those of the number
 * before end
 * @param numbers the predecessors
 */
record Predecessors(Ints ends, Ints numbers) {

	/**
	 * Gather them from the edges of a walk, whose integers are released.
	 * @param order the walk
	 * @param files where to work
	 * @return the predecessors
	 */
	static Predecessors of(DepthFirstOrder order, WorkFiles files) throws IOException {
		long edges = order.otherEdges();
		if (edges > Integer.MAX_VALUE) {
			throw new IOException("Objects have %d references beyond the first one to each, at most %d can be analysed"
				.formatted(edges, Integer.MAX_VALUE));
		}
		Ints ends = files.zeros(order.size() + 1L);
		for (long i = 0; i < edges; i++) {
			int target = order.targets().get(i);
			ends.put(target, ends.get(target) + 1);
		}
		int sum = 0;
		for (int i = 1; i <= order.size(); i++) {
			int start = sum;
			sum += ends.get(i);
			ends.put(i, start);
		}
		Ints numbers = files.scratch(edges + 1);
		for (long i = 0; i < edges; i++) {
			int target = order.targets().get(i);
			int end = ends.get(target);
			numbers.put(end, order.sources().get(i));
			ends.put(target, end + 1);
		}
		files.release(order.targets(), order.sources());
		return new Predecessors(ends, numbers);
	}

	int start(int number) {
		return this.ends.get(number - 1L);
	}

	int end(int number) {
		return this.ends.get(number);
	}

}
