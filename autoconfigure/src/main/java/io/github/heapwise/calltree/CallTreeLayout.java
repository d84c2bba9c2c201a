package io.github.heapwise.calltree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings the nodes of a {@link StackTree} into pre-order, siblings by name. No recursion:
 * a stack may be as deep as it likes.
 */
final class CallTreeLayout {

	private static final int NONE = 0;

	private final StackTree stacks;

	private final List<Frame> frames;

	private final long[] self;

	private final long[] count;

	private final boolean[] shown;

	// children of a node as a linked list, the root ends every list since it is no child
	private final int[] firstChild;

	private final int[] nextSibling;

	CallTreeLayout(FrameTable frames, StackTree stacks, long[] self, long[] count) {
		this.stacks = stacks;
		this.frames = frames.toList();
		int nodes = stacks.size();
		this.self = Arrays.copyOf(self, nodes);
		this.count = Arrays.copyOf(count, nodes);
		this.shown = new boolean[nodes];
		this.firstChild = new int[nodes];
		this.nextSibling = new int[nodes];
	}

	CallTree layOut() {
		int nodes = markShown();
		linkChildren();
		int[] frame = new int[nodes];
		int[] level = new int[nodes];
		long[] orderedSelf = new long[nodes];
		long[] orderedCount = new long[nodes];
		int node = StackTree.ROOT;
		int depth = 0;
		for (int i = 0; i < nodes; i++) {
			frame[i] = this.stacks.frame(node);
			level[i] = depth;
			orderedSelf[i] = this.self[node];
			orderedCount[i] = this.count[node];
			if (this.firstChild[node] != NONE) {
				node = this.firstChild[node];
				depth++;
				continue;
			}
			while (node != StackTree.ROOT && this.nextSibling[node] == NONE) {
				node = this.stacks.parent(node);
				depth--;
			}
			node = this.nextSibling[node];
		}
		return new CallTree(this.frames, frame, level, orderedSelf, orderedCount);
	}

	private int markShown() {
		this.shown[StackTree.ROOT] = true;
		int nodes = 1;
		// a parent has a smaller number than its children
		for (int node = this.shown.length - 1; node > 0; node--) {
			if (this.shown[node] || this.self[node] != 0 || this.count[node] != 0) {
				this.shown[node] = true;
				this.shown[this.stacks.parent(node)] = true;
				nodes++;
			}
		}
		return nodes;
	}

	// Nodes in descending order of their names, each put in front of its siblings.
	private void linkChildren() {
		int[] nodesByRank = nodesByRank();
		for (int i = nodesByRank.length - 1; i >= 0; i--) {
			int node = nodesByRank[i];
			if (node != StackTree.ROOT && this.shown[node]) {
				int parent = this.stacks.parent(node);
				this.nextSibling[node] = this.firstChild[parent];
				this.firstChild[parent] = node;
			}
		}
	}

	private int[] nodesByRank() {
		int[] rank = ranks();
		int[] start = new int[rank.length + 1];
		for (int node = 0; node < this.shown.length; node++) {
			start[rank[this.stacks.frame(node)] + 1]++;
		}
		// not parallelPrefix, which would work in a pool of the application
		for (int i = 1; i < start.length; i++) {
			start[i] += start[i - 1];
		}
		int[] nodes = new int[this.shown.length];
		for (int node = 0; node < nodes.length; node++) {
			nodes[start[rank[this.stacks.frame(node)]]++] = node;
		}
		return nodes;
	}

	private int[] ranks() {
		int[] rank = new int[this.frames.size()];
		int[] sorted = IntStream.range(0, rank.length)
			.boxed()
			.sorted(Comparator.comparing(this.frames::get,
					Comparator.comparing(Frame::name).thenComparing(Frame::category)))
			.mapToInt(Integer::intValue)
			.toArray();
		for (int i = 0; i < sorted.length; i++) {
			rank[sorted[i]] = i;
		}
		return rank;
	}

}
