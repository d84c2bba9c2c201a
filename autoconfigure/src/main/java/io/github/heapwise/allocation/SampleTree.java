package io.github.heapwise.allocation;

import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.calltree.FrameTable;
import io.github.heapwise.calltree.StackTree;

/**
 * The tree of all sampled stacks, with allocated classes as leaves. Never full: what
 * finds no room is counted at one node.
 * <p>
 * Not thread-safe.
 */
final class SampleTree {

	/**
	 * Node of what Heapwise itself allocates.
	 */
	static final int OWN = 1;

	private static final int TRUNCATED = 2;

	private static final int OVERFLOW = 3;

	private static final int STACK_NOT_SAMPLED = 4;

	static final int NO_STACK = StackTree.ROOT;

	// room for nodes that only queries need: one per thread group and per class
	private static final int RESERVE = 8192;

	private final FrameTable frames = new FrameTable();

	private final StackTree stacks;

	private final int maxNodes;

	SampleTree(int maxNodes) {
		this.maxNodes = maxNodes;
		this.stacks = new StackTree(this.frames.indexOf(Frame.ROOT), maxNodes + RESERVE);
		synthetic("(Heapwise)");
		synthetic("(truncated)");
		synthetic("(no room left)");
		synthetic("(stack not sampled)");
	}

	int frame(Frame frame) {
		return this.frames.indexOf(frame);
	}

	int stack(int[] frames, boolean truncated) {
		int node = truncated ? TRUNCATED : StackTree.ROOT;
		for (int frame : frames) {
			node = child(node, frame);
			if (node == OVERFLOW) {
				return OVERFLOW;
			}
		}
		return node;
	}

	int leaf(int stack, int allocatedClass) {
		return (stack == OWN || stack == OVERFLOW) ? stack : child(stack, allocatedClass);
	}

	FrameCategory category(int node) {
		return this.frames.get(this.stacks.frame(node)).category();
	}

	String name(int node) {
		return this.frames.get(this.stacks.frame(node)).name();
	}

	boolean isClass(int node, String name) {
		return category(node) == FrameCategory.ALLOCATED_CLASS && name(node).equals(name);
	}

	boolean isOverflow(int node) {
		return node == OVERFLOW;
	}

	boolean isTruncated(int node) {
		int top = node;
		while (top != StackTree.ROOT && this.stacks.parent(top) != StackTree.ROOT) {
			top = this.stacks.parent(top);
		}
		return top == TRUNCATED;
	}

	int size() {
		return this.stacks.size();
	}

	CallTreeBuilder builder() {
		return new CallTreeBuilder(this.frames, this.stacks);
	}

	/**
	 * Return whether a node is a class without a stack.
	 * @param node the node
	 * @return whether it hangs on the root itself
	 */
	boolean isStackless(int node) {
		return node > STACK_NOT_SAMPLED && this.stacks.parent(node) == StackTree.ROOT
				&& category(node) == FrameCategory.ALLOCATED_CLASS;
	}

	int allocatedClass(int node) {
		return this.stacks.frame(node);
	}

	int withoutKnownStack(int node) {
		return orOverflow(this.stacks.child(STACK_NOT_SAMPLED, this.stacks.frame(node)));
	}

	int notSampled(String group) {
		return orOverflow(this.stacks.child(StackTree.ROOT, frame(Frame.synthetic("(not sampled: " + group + ")"))));
	}

	/**
	 * Take over a node of another tree with all above it.
	 * @param other where it comes from
	 * @param node its number there
	 * @return its number here
	 */
	int adopt(SampleTree other, int node) {
		if (node <= STACK_NOT_SAMPLED) {
			return node;
		}
		int parent = adopt(other, other.stacks.parent(node));
		return child(parent, frame(other.frames.get(other.stacks.frame(node))));
	}

	private int child(int parent, int frame) {
		if (this.stacks.size() >= this.maxNodes) {
			// known nodes are still found
			int known = this.stacks.find(parent, frame);
			return orOverflow(known);
		}
		return this.stacks.child(parent, frame);
	}

	private static int orOverflow(int node) {
		return (node != StackTree.FULL) ? node : OVERFLOW;
	}

	private void synthetic(String name) {
		this.stacks.child(StackTree.ROOT, frame(Frame.synthetic(name)));
	}

}
