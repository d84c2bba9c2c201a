package io.github.heapwise.heapview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

import io.github.heapwise.heapgraph.HeapGraph;
import io.github.heapwise.heapgraph.HeapRoot;
import io.github.heapwise.hprof.CancelSignal;
import org.jspecify.annotations.Nullable;

/**
 * Shortest ways from roots, merged. Of a class with many instances the ways to
 * {@value #MAX_TARGETS} of them are looked at; of the ways {@value #MAX_NODES} steps are
 * shown, first those that lead to most.
 */
final class PathsView {

	private static final int MAX_TARGETS = 1000;

	private static final int MAX_NODES = 300;

	private static final int MAX_DEPTH = 60;

	private static final int MAX_CHILDREN = 20;

	private final HeapGraph graph;

	private final ObjectRows rows;

	private final RootRows rootRows;

	private final CancelSignal cancel;

	PathsView(HeapGraph graph, ObjectRows rows, RootRows rootRows, CancelSignal cancel) {
		this.graph = graph;
		this.rows = rows;
		this.rootRows = rootRows;
		this.cancel = cancel;
	}

	/**
	 * Find the way to an object.
	 * @param object number of the object
	 * @param node how it is called
	 * @return the way
	 */
	MergedPaths toObject(int object, HeapNode node) throws IOException {
		int[] targets = (this.graph.distance(object) > 0) ? new int[] { object } : new int[0];
		return merged(node, 1, targets);
	}

	/**
	 * Find ways to the instances of a class.
	 * @param type number of the class
	 * @param node how it is called
	 * @return the ways
	 */
	MergedPaths toInstances(int type, HeapNode node) throws IOException {
		long instances = this.graph.classSummary(type).instances();
		return merged(node, instances, sample(type, instances));
	}

	// Shuffled, as there may be time for the first ones only.
	private int[] sample(int type, long instances) {
		long step = Math.max(1, (instances + MAX_TARGETS - 1) / MAX_TARGETS);
		List<Integer> sample = new ArrayList<>();
		long[] seen = { 0 };
		this.graph.reachableInstances(type, this.cancel, (object) -> {
			if (seen[0]++ % step == 0) {
				sample.add(object);
			}
		});
		Collections.shuffle(sample, new Random(0));
		return sample.stream().mapToInt(Integer::intValue).toArray();
	}

	private MergedPaths merged(HeapNode node, long objects, int[] targets) throws IOException {
		WayTree tree = WayTree.to(this.graph, targets, this.cancel);
		List<WayNode> roots = tree.roots();
		Set<WayNode> shown = select(roots);
		Rendering rendering = new Rendering(shown, rootRows(shown));
		List<PathNode> paths = new ArrayList<>();
		for (WayNode root : roots) {
			if (shown.contains(root)) {
				paths.add(rendering.path(root));
			}
		}
		return new MergedPaths(node.toString(), objects, tree.examined(), paths);
	}

	private static Set<WayNode> select(List<WayNode> roots) {
		Map<WayNode, Integer> depths = new HashMap<>();
		PriorityQueue<WayNode> next = new PriorityQueue<>(WayNode.BY_TARGETS);
		next.addAll(roots.subList(0, Math.min(MAX_CHILDREN, roots.size())));
		int nodes = 0;
		for (WayNode node = next.poll(); node != null; node = next.poll()) {
			int added = node.above().kept() + 1;
			int depth = depths.getOrDefault(node.parent(), 0) + added;
			if (nodes + added <= MAX_NODES && depth <= MAX_DEPTH) {
				nodes += added;
				depths.put(node, depth);
				node.children().stream().sorted(WayNode.BY_TARGETS).limit(MAX_CHILDREN).forEach(next::add);
			}
		}
		return new HashSet<>(depths.keySet());
	}

	private Map<Integer, RootRow> rootRows(Set<WayNode> shown) throws IOException {
		Map<Integer, HeapRoot> rootByObject = new HashMap<>();
		Set<Integer> wanted = new HashSet<>();
		shown.stream().filter((node) -> node.parent() == null).forEach((node) -> wanted.add(node.object()));
		this.graph.roots((root) -> {
			if (wanted.contains(root.object())) {
				rootByObject.putIfAbsent(root.object(), root);
			}
		});
		Map<Integer, RootRow> made = new HashMap<>();
		for (HeapRoot root : rootByObject.values()) {
			made.put(root.object(), this.rootRows.row(root));
		}
		return made;
	}

	/**
	 * Makes rows of one answer.
	 */
	private final class Rendering {

		private final Set<WayNode> shown;

		private final Map<Integer, RootRow> rootByObject;

		private final ReferringFields fields = new ReferringFields(PathsView.this.graph);

		Rendering(Set<WayNode> shown, Map<Integer, RootRow> rootByObject) {
			this.shown = shown;
			this.rootByObject = rootByObject;
		}

		// As deep as is shown.
		PathNode path(WayNode node) throws IOException {
			List<PathNode> children = new ArrayList<>();
			for (WayNode child : node.children().stream().sorted(WayNode.BY_TARGETS).toList()) {
				if (this.shown.contains(child)) {
					children.add(path(child));
				}
			}
			Stretch above = node.above();
			PathNode path = step(node, node.object(), (above.kept() == 0) ? above.omitted() : 0, children);
			path = above(node, above.lower(), above.omitted(), path);
			return above(node, above.upper(), 0, path);
		}

		private PathNode above(WayNode node, int[] objects, long omitted, PathNode below) throws IOException {
			PathNode path = below;
			for (int i = objects.length - 1; i >= 0; i--) {
				path = step(node, objects[i], (i == 0) ? omitted : 0, List.of(path));
			}
			return path;
		}

		private PathNode step(WayNode way, int object, long omitted, List<PathNode> children) throws IOException {
			return new PathNode(PathsView.this.rows.row(object), field(object), omitted, this.rootByObject.get(object),
					way.targets(), way.targetBytes(), children);
		}

		private @Nullable String field(int object) throws IOException {
			int holder = PathsView.this.graph.holder(object);
			List<String> names = (holder >= 0) ? this.fields.names(holder, object, 1) : List.of();
			return names.isEmpty() ? null : names.get(0);
		}

	}

}
