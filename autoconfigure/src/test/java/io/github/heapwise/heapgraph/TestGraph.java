package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;

/**
 * A small graph of objects of known sizes and classes, and by brute force what there is
 * to know about it: an object is taken away and everything walked again.
 */
final class TestGraph implements ObjectKinds {

	private static final int CLASSES = 5;

	final int size;

	private final List<List<Integer>> targets = new ArrayList<>();

	private final BitSet roots = new BitSet();

	private final int[] classes;

	private final long[] words;

	TestGraph(int size) {
		this.size = size;
		this.classes = new int[size];
		this.words = new long[size];
		for (int i = 0; i < size; i++) {
			this.targets.add(new ArrayList<>());
			this.words[i] = 1;
		}
	}

	static TestGraph random(Random random) {
		int size = 1 + random.nextInt(24);
		TestGraph graph = new TestGraph(size);
		int edges = random.nextInt(3 * size);
		for (int i = 0; i < edges; i++) {
			graph.edge(random.nextInt(size), random.nextInt(size));
		}
		for (int i = random.nextInt(4); i > 0; i--) {
			graph.root(random.nextInt(size));
		}
		for (int i = 0; i < size; i++) {
			graph.words[i] = 1 + random.nextInt(1000);
			graph.classes[i] = random.nextInt(CLASSES);
		}
		return graph;
	}

	TestGraph edge(int source, int target) {
		this.targets.get(source).add(target);
		return this;
	}

	TestGraph root(int object) {
		this.roots.set(object);
		return this;
	}

	TestGraph words(int object, long count) {
		this.words[object] = count;
		return this;
	}

	ObjectGraph toObjectGraph() {
		int[] starts = new int[this.size];
		int edgeCount = this.targets.stream().mapToInt(List::size).sum();
		int[] edges = new int[edgeCount + 1];
		int end = 1;
		for (int i = 0; i < this.size; i++) {
			starts[i] = this.targets.get(i).isEmpty() ? 0 : end;
			for (int target : this.targets.get(i)) {
				edges[end++] = target;
			}
			edges[end - 1] |= this.targets.get(i).isEmpty() ? 0 : ObjectGraph.LAST;
		}
		int[] rootList = this.roots.stream().toArray();
		return new ObjectGraph(this.size, source(starts), source(edges), source(rootList), rootList.length);
	}

	/**
	 * Return a dump of this graph, of arrays.
	 * @return its builder, which calls objects by their {@link #name}
	 */
	HeapDumpBuilder toHeapDump() {
		HeapDumpBuilder dump = HeapDumpBuilder.aHeapDump().classNamed("java.lang.Object", null);
		for (int i = 0; i < this.size; i++) {
			dump.objects(name(i), "java.lang.Object[]",
					this.targets.get(i).stream().map(TestGraph::name).toArray(String[]::new));
		}
		this.roots.stream().forEach((root) -> dump.root(HprofTag.ROOT_MONITOR_USED, name(root)));
		return dump;
	}

	static String name(int object) {
		return "object" + object;
	}

	@Override
	public int classCount() {
		return CLASSES;
	}

	@Override
	public int classOf(int object) {
		return this.classes[object];
	}

	@Override
	public long words(int object) {
		return this.words[object];
	}

	/**
	 * Walk without one object.
	 * @param without the object, -1 for none
	 * @return distances, 0 for what is not reached
	 */
	int[] distancesWithout(int without) {
		int[] distances = new int[this.size];
		Deque<Integer> queue = new ArrayDeque<>();
		this.roots.stream().filter((root) -> root != without).forEach((root) -> {
			distances[root] = 1;
			queue.add(root);
		});
		while (!queue.isEmpty()) {
			int object = queue.remove();
			for (int target : this.targets.get(object)) {
				if (target != without && distances[target] == 0) {
					distances[target] = distances[object] + 1;
					queue.add(target);
				}
			}
		}
		return distances;
	}

	/**
	 * Return what is lost without an object, itself included.
	 * @param object the object
	 * @return objects
	 */
	BitSet retainedBy(int object) {
		int[] with = distancesWithout(-1);
		int[] without = distancesWithout(object);
		BitSet lost = new BitSet();
		for (int i = 0; i < this.size; i++) {
			if (with[i] != 0 && without[i] == 0) {
				lost.set(i);
			}
		}
		return lost;
	}

	/**
	 * Return what refers to an object, apart from itself.
	 * @param object the object
	 * @return names of objects
	 */
	String[] referrersOf(int object) {
		return IntStream.range(0, this.size)
			.filter((source) -> source != object && this.targets.get(source).contains(object))
			.mapToObj(TestGraph::name)
			.toArray(String[]::new);
	}

	long words(BitSet objects) {
		return objects.stream().mapToLong((object) -> this.words[object]).sum();
	}

	/**
	 * Return what the instances of a class retain, nothing twice.
	 * @param type the class
	 * @return objects that at least one of them retains
	 */
	BitSet retainedByClass(int type) {
		BitSet retained = new BitSet();
		for (int i = 0; i < this.size; i++) {
			if (this.classes[i] == type) {
				retained.or(retainedBy(i));
			}
		}
		return retained;
	}

	/**
	 * Return the nearest of the objects that retain an object.
	 * @param object the object
	 * @return 1 more than the object, {@link ObjectGraph#ROOT} if there is none, 0 if
	 * nothing reaches the object
	 */
	int dominatorOf(int object) {
		if (distancesWithout(-1)[object] == 0) {
			return 0;
		}
		int nearest = -1;
		long least = Long.MAX_VALUE;
		for (int i = 0; i < this.size; i++) {
			BitSet retained = (i != object) ? retainedBy(i) : new BitSet();
			if (retained.get(object) && retained.cardinality() < least) {
				least = retained.cardinality();
				nearest = i;
			}
		}
		return (nearest >= 0) ? nearest + 1 : ObjectGraph.ROOT;
	}

	@Override
	public String toString() {
		return "targets " + this.targets + ", roots " + this.roots + ", words " + Arrays.toString(this.words)
				+ ", classes " + Arrays.toString(this.classes);
	}

	private static IntSource source(int... values) {
		return (index) -> values[(int) index];
	}

	/**
	 * What the engine finds out about a graph.
	 */
	static final class Analysis {

		final int[] distances;

		final int[] holders;

		final int[] dominators;

		final long[] retainedWords;

		final int[] dominatedObjects;

		final ClassTotals totals = new ClassTotals(CLASSES);

		Analysis(TestGraph kinds, WorkFiles files, boolean wide) {
			try {
				ObjectGraph graph = kinds.toObjectGraph();
				int size = graph.size();
				Ints distance = files.zeros(size);
				Ints holder = files.zeros(size);
				Distances.measure(graph, distance, holder, files, () -> null);
				DepthFirstOrder order = DepthFirstOrder.of(graph, files, Progress.unseen());
				Predecessors predecessors = Predecessors.of(order, files);
				Ints found = Dominators.of(order, predecessors, files, Progress.unseen());
				Ints dominator = files.zeros(size);
				Ints low = files.zeros(size);
				Ints high = files.zeros(size);
				LongColumn retained = new LongColumn(low, wide ? high : null);
				DominatorTree.finish(order, found, kinds, new DominatorTree.Result(dominator, retained), this.totals,
						files, Progress.unseen());
				Ints sorted = files.zeros(size);
				DominatedObjects.sort(dominator, size, sorted, files);
				this.distances = copy(distance, size);
				this.holders = copy(holder, size);
				this.dominators = copy(dominator, size);
				this.dominatedObjects = copy(sorted, size);
				this.retainedWords = new long[size];
				for (int i = 0; i < size; i++) {
					this.retainedWords[i] = retained.get(i);
					this.totals.add(kinds.classOf(i), kinds.words(i), this.distances[i]);
				}
				files.release(distance, holder, dominator, low, high, sorted);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static int[] copy(Ints ints, int size) {
			int[] copy = new int[size];
			for (int i = 0; i < size; i++) {
				copy[i] = ints.get(i);
			}
			return copy;
		}

	}

}
