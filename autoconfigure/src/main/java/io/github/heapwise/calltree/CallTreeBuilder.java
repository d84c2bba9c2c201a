package io.github.heapwise.calltree;

import java.util.Arrays;

/**
 * Collects weighted stacks and lays them out as a {@link CallTree}.
 * <p>
 * Not thread-safe.
 */
public final class CallTreeBuilder {

	private final FrameTable frames;

	private final StackTree stacks;

	private long[] self = new long[1024];

	private long[] count = new long[1024];

	/**
	 * Start with nothing but a root.
	 * @param root what the root shows
	 */
	public CallTreeBuilder(Frame root) {
		this.frames = new FrameTable();
		this.stacks = new StackTree(this.frames.indexOf(root), Integer.MAX_VALUE);
	}

	/**
	 * Continue trees that live elsewhere: their nodes are nodes of this builder too. More
	 * nodes may be added to them, values stay here.
	 * @param frames numbers of the frames
	 * @param stacks the nodes
	 */
	public CallTreeBuilder(FrameTable frames, StackTree stacks) {
		this.frames = frames;
		this.stacks = stacks;
	}

	/**
	 * Return the node of a frame called from another node.
	 * @param parent the caller, {@link StackTree#ROOT} for the outermost frame
	 * @param frame the frame
	 * @return the node to add to or to continue from
	 */
	public int child(int parent, Frame frame) {
		return this.stacks.child(parent, this.frames.indexOf(frame));
	}

	/**
	 * Add to what a node holds itself.
	 * @param node the node
	 * @param bytes own bytes
	 * @param objects own objects
	 */
	public void add(int node, long bytes, long objects) {
		if (node >= this.self.length) {
			int length = Math.max(2 * this.self.length, node + 1);
			this.self = Arrays.copyOf(this.self, length);
			this.count = Arrays.copyOf(this.count, length);
		}
		this.self[node] += bytes;
		this.count[node] += objects;
	}

	/**
	 * Add a whole tree below the root. Adding trees is commutative.
	 * @param tree the tree, whose root's frame is ignored
	 */
	public void add(CallTree tree) {
		int[] path = new int[tree.size()];
		for (int node = 0; node < tree.size(); node++) {
			int level = tree.level(node);
			path[level] = (level != 0) ? child(path[level - 1], tree.frame(node)) : StackTree.ROOT;
			add(path[level], tree.selfBytes(node), tree.selfObjects(node));
		}
	}

	/**
	 * Lay out every node that holds something or has one below it that does. Linear in
	 * the number of nodes plus a sort of the frame names.
	 * @return the tree
	 */
	public CallTree build() {
		return new CallTreeLayout(this.frames, this.stacks, this.self, this.count).layOut();
	}

}
