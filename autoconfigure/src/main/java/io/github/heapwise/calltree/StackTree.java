package io.github.heapwise.calltree;

import java.util.Arrays;

/**
 * Prefix tree of stacks: every node is a frame under its caller, and equal stacks share
 * their nodes. A node is an {@code int} which is greater than that of its parent.
 * <p>
 * Two ints a node plus an open-addressing table filled to at most a half: 16 to 24 bytes
 * a node. Not thread-safe.
 */
public final class StackTree {

	/**
	 * The node every stack starts at.
	 */
	public static final int ROOT = 0;

	/**
	 * Answer where there is no such node and, in a full tree, no room for it.
	 */
	public static final int NO_NODE = -1;

	private static final int INITIAL_CAPACITY = 1024;

	private final int maxNodes;

	private int[] parent = new int[INITIAL_CAPACITY];

	private int[] frame = new int[INITIAL_CAPACITY];

	// node + 1 at the slot of its (parent, frame); 0 is empty
	private int[] slots = new int[2 * INITIAL_CAPACITY];

	private int size = 1;

	/**
	 * Create a tree that holds nothing but its root.
	 * @param rootFrame number of the root's frame
	 * @param maxNodes how many nodes it may grow to, the root included
	 */
	public StackTree(int rootFrame, int maxNodes) {
		this.maxNodes = maxNodes;
		this.parent[ROOT] = -1;
		this.frame[ROOT] = rootFrame;
	}

	/**
	 * Return the node of a frame called from another node, adding it if needed. Constant
	 * time.
	 * @param parentNode the caller
	 * @param frameIndex number of the frame
	 * @return the node, or {@link #NO_NODE} if it would be one more than allowed
	 */
	public int child(int parentNode, int frameIndex) {
		int slot = slotOf(parentNode, frameIndex);
		if (this.slots[slot] != 0 || this.size >= this.maxNodes) {
			return this.slots[slot] - 1;
		}
		return append(parentNode, frameIndex, slot);
	}

	/**
	 * Return the node of a frame called from another node, if it is there.
	 * @param parentNode the caller
	 * @param frameIndex number of the frame
	 * @return the node, or {@link #NO_NODE} if there is none
	 */
	public int find(int parentNode, int frameIndex) {
		return this.slots[slotOf(parentNode, frameIndex)] - 1;
	}

	public int parent(int node) {
		return this.parent[node];
	}

	public int frame(int node) {
		return this.frame[node];
	}

	public int size() {
		return this.size;
	}

	/**
	 * Return what the tree takes of the heap.
	 * @return bytes of its arrays
	 */
	public long heapBytes() {
		return (long) Integer.BYTES * (this.parent.length + this.frame.length + this.slots.length);
	}

	private int append(int parentNode, int frameIndex, int slot) {
		int node = this.size++;
		if (node == this.parent.length) {
			this.parent = Arrays.copyOf(this.parent, 2 * node);
			this.frame = Arrays.copyOf(this.frame, 2 * node);
		}
		this.parent[node] = parentNode;
		this.frame[node] = frameIndex;
		this.slots[slot] = node + 1;
		if (2 * this.size > this.slots.length) {
			rehash();
		}
		return node;
	}

	private int slotOf(int parentNode, int frameIndex) {
		int mask = this.slots.length - 1;
		int slot = hash(parentNode, frameIndex) & mask;
		while (this.slots[slot] != 0 && !isAt(this.slots[slot] - 1, parentNode, frameIndex)) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private boolean isAt(int node, int parentNode, int frameIndex) {
		return this.parent[node] == parentNode && this.frame[node] == frameIndex;
	}

	private void rehash() {
		this.slots = new int[2 * this.slots.length];
		for (int node = 1; node < this.size; node++) {
			this.slots[slotOf(this.parent[node], this.frame[node])] = node + 1;
		}
	}

	private static int hash(int parentNode, int frameIndex) {
		long product = (((long) parentNode << 32) | frameIndex) * 0x9E3779B97F4A7C15L;
		return (int) (product >>> 32);
	}

}
