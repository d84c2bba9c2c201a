package io.github.heapwise.allocation;

import java.util.function.IntUnaryOperator;

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

	static final int NO_FRAME = -1;

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

	/**
	 * Return the number of a frame.
	 * @param frame the frame
	 * @return its number; for one that is new to a full tree that of the node that counts
	 * what finds no room
	 */
	int frame(Frame frame) {
		if (!isFull()) {
			return this.frames.indexOf(frame);
		}
		int known = this.frames.find(frame);
		return (known != -1) ? known : this.stacks.frame(OVERFLOW);
	}

	/**
	 * Return whether no more stacks can be told apart.
	 * @return whether every unseen stack is counted as one
	 */
	boolean isFull() {
		return this.stacks.size() >= this.maxNodes;
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
		return isAllocatedClass(node) && name(node).equals(name);
	}

	boolean isAllocatedClass(int node) {
		return category(node) == FrameCategory.ALLOCATED_CLASS;
	}

	/**
	 * Return the innermost frame of the application at or above a node.
	 * @param node the node
	 * @return number of the frame, {@link #NO_FRAME} if there is none
	 */
	int applicationFrame(int node) {
		int at = node;
		while (at != StackTree.ROOT && category(at) != FrameCategory.APPLICATION) {
			at = this.stacks.parent(at);
		}
		return (at != StackTree.ROOT) ? this.stacks.frame(at) : NO_FRAME;
	}

	String frameName(int frame) {
		return this.frames.get(frame).name();
	}

	boolean isOverflow(int node) {
		return node == OVERFLOW;
	}

	/**
	 * Return whether a node stands for bytes that no sample tells about.
	 * @param node the node
	 * @return whether {@link #notSampled} made it
	 */
	boolean isNotSampled(int node) {
		return node > STACK_NOT_SAMPLED && this.stacks.parent(node) == StackTree.ROOT
				&& category(node) == FrameCategory.SYNTHETIC;
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

	long heapBytes() {
		return this.stacks.heapBytes() + this.frames.heapBytes();
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
		Frame frame = Frame.synthetic("(not sampled: " + group + ")");
		return orOverflow(this.stacks.child(StackTree.ROOT, this.frames.indexOf(frame)));
	}

	/**
	 * Take over those nodes of another tree that are asked for, each with all above it.
	 * @param other where they come from
	 * @return number here by number there
	 */
	IntUnaryOperator adopting(SampleTree other) {
		int[] adopted = new int[other.stacks.size()];
		return (node) -> adopt(other, node, adopted);
	}

	private int adopt(SampleTree other, int node, int[] adopted) {
		if (node <= STACK_NOT_SAMPLED) {
			return node;
		}
		if (adopted[node] == 0) {
			int parent = adopt(other, other.stacks.parent(node), adopted);
			adopted[node] = child(parent, frame(other.frames.get(other.stacks.frame(node))));
		}
		return adopted[node];
	}

	private int child(int parent, int frame) {
		if (frame == this.stacks.frame(OVERFLOW)) {
			return OVERFLOW;
		}
		// known nodes are still found
		return isFull() ? orOverflow(this.stacks.find(parent, frame)) : this.stacks.child(parent, frame);
	}

	private static int orOverflow(int node) {
		return (node != StackTree.NO_NODE) ? node : OVERFLOW;
	}

	private void synthetic(String name) {
		this.stacks.child(StackTree.ROOT, frame(Frame.synthetic(name)));
	}

}
