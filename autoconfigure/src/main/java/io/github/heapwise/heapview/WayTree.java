package io.github.heapwise.heapview;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.hprof.CancelSignal;

/**
 * Shortest ways from roots to some objects. An object is reached from the same one
 * whatever the way is to, so that the ways make up trees; all objects on them are walked
 * over twice, 20 ns to 1 us each, but only those where a way begins, parts or ends are
 * kept. A bit per object of the dump marks where a way has been.
 */
final class WayTree {

	// Beyond the first way, which is walked whatever its length.
	private static final int MAX_STEPS = 200_000;

	private static final int CANCEL_MASK = 0xFFFF;

	private final HeapGraph graph;

	private final CancelSignal cancel;

	private final BitSet passed = new BitSet();

	private final Map<Integer, WayNode> nodeByObject = new HashMap<>();

	private int examined;

	private long steps;

	private WayTree(HeapGraph graph, CancelSignal cancel) {
		this.graph = graph;
		this.cancel = cancel;
	}

	/**
	 * Find the ways to some objects.
	 * @param graph the dump
	 * @param targets numbers of reachable objects; the ways to the first ones are found
	 * if those to all would be too long
	 * @param cancel asked every now and then
	 * @return the ways
	 */
	static WayTree to(HeapGraph graph, int[] targets, CancelSignal cancel) {
		WayTree tree = new WayTree(graph, cancel);
		for (int i = 0; i < targets.length && (i == 0 || tree.steps < MAX_STEPS); i++) {
			tree.pass(targets[i]);
		}
		tree.connect();
		tree.addUp();
		return tree;
	}

	/**
	 * Return to how many objects ways are found.
	 * @return objects
	 */
	int examined() {
		return this.examined;
	}

	/**
	 * Return where the ways begin.
	 * @return roots, those to most objects first
	 */
	List<WayNode> roots() {
		return this.nodeByObject.values()
			.stream()
			.filter((node) -> node.parent() == null)
			.sorted(WayNode.BY_TARGETS)
			.toList();
	}

	// Two ways part where the second one meets the first.
	private void pass(int target) {
		int at = target;
		int last = target;
		while (at >= 0 && !this.passed.get(at)) {
			this.passed.set(at);
			step();
			last = at;
			at = this.graph.holder(at);
		}
		node((at >= 0) ? at : last);
		node(target).addTargets(1, this.graph.retainedBytes(target));
		this.examined++;
	}

	private void connect() {
		for (WayNode node : List.copyOf(this.nodeByObject.values())) {
			Stretch.Collector between = new Stretch.Collector();
			int at = this.graph.holder(node.object());
			while (at >= 0 && !this.nodeByObject.containsKey(at)) {
				between.add(at);
				step();
				at = this.graph.holder(at);
			}
			if (at >= 0) {
				node.hangBelow(node(at), between.stretch());
			}
		}
	}

	// The farthest first, so that nothing is added to a node that was added itself.
	private void addUp() {
		Comparator<WayNode> farthestFirst = Comparator.comparingInt(WayNode::distance)
			.reversed()
			.thenComparingInt(WayNode::object);
		TreeSet<WayNode> nodes = new TreeSet<>(farthestFirst);
		nodes.addAll(this.nodeByObject.values());
		for (WayNode node : nodes) {
			WayNode parent = node.parent();
			if (parent != null) {
				parent.addTargets(node.targets(), node.targetBytes());
			}
		}
		for (WayNode node : nodes) {
			node.leaveOut();
		}
	}

	private WayNode node(int object) {
		return this.nodeByObject.computeIfAbsent(object,
				(missing) -> new WayNode(missing, this.graph.distance(missing)));
	}

	private void step() {
		if ((++this.steps & CANCEL_MASK) == 0) {
			this.cancel.check();
		}
	}

}
