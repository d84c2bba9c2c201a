package io.github.heapwise.calltree;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A finished tree of weighted stacks in columns, its nodes in pre-order with siblings
 * sorted by name, so that two trees of the same stacks are equal column by column. Node 0
 * is the root.
 * <p>
 * Immutable, may be read from any thread. 36 bytes a node.
 */
public final class CallTree {

	private final List<Frame> frames;

	private final int[] frame;

	private final int[] level;

	private final int[] end;

	private final long[] self;

	private final long[] count;

	private final long[] total;

	/**
	 * Take over finished columns.
	 * @param frames the frames the nodes name
	 * @param frame number of the frame by node
	 * @param level distance from the root by node
	 * @param self own bytes by node
	 * @param count own objects by node
	 */
	CallTree(List<Frame> frames, int[] frame, int[] level, long[] self, long[] count) {
		this.frames = frames;
		this.frame = frame;
		this.level = level;
		this.self = self;
		this.count = count;
		this.end = subtreeEnds(level);
		this.total = self.clone();
		addToCallers(this.total);
	}

	public int size() {
		return this.frame.length;
	}

	public Frame frame(int node) {
		return this.frames.get(this.frame[node]);
	}

	int frameCount() {
		return this.frames.size();
	}

	int frameIndex(int node) {
		return this.frame[node];
	}

	/**
	 * Return the distance of a node from the root.
	 * @param node the node
	 * @return 0 for the root
	 */
	public int level(int node) {
		return this.level[node];
	}

	/**
	 * Return the node after the last one below a node.
	 * @param node the node
	 * @return end of its subtree, exclusive
	 */
	public int end(int node) {
		return this.end[node];
	}

	public long selfBytes(int node) {
		return this.self[node];
	}

	public long selfObjects(int node) {
		return this.count[node];
	}

	/**
	 * Return the bytes of a node and of all below it.
	 * @param node the node
	 * @return bytes, never less than its own
	 */
	public long totalBytes(int node) {
		return this.total[node];
	}

	/**
	 * Return the objects of the whole tree.
	 * @return number of objects
	 */
	public long totalObjects() {
		return Arrays.stream(this.count).sum();
	}

	/**
	 * Cut out what lies at and below the node with a key.
	 * @param key the node's {@link NodeKey key}
	 * @return a tree whose root is that node, or {@code null} if there is none
	 */
	public @Nullable CallTree subtree(NodeKey key) {
		int node = NodeKey.find(this, key);
		return (node != -1) ? slice(node, this.end[node]) : null;
	}

	private CallTree slice(int from, int to) {
		int[] levels = Arrays.copyOfRange(this.level, from, to);
		int top = levels[0];
		Arrays.setAll(levels, (i) -> levels[i] - top);
		return new CallTree(this.frames, Arrays.copyOfRange(this.frame, from, to), levels,
				Arrays.copyOfRange(this.self, from, to), Arrays.copyOfRange(this.count, from, to));
	}

	private static int[] subtreeEnds(int[] level) {
		int[] end = new int[level.length];
		int[] open = new int[Arrays.stream(level).max().orElse(0) + 1];
		int depth = -1;
		for (int node = 0; node < level.length; node++) {
			while (depth >= level[node]) {
				end[open[depth--]] = node;
			}
			open[++depth] = node;
		}
		while (depth >= 0) {
			end[open[depth--]] = level.length;
		}
		return end;
	}

	private void addToCallers(long[] values) {
		long[] sum = new long[Arrays.stream(this.level).max().orElse(0) + 2];
		for (int node = values.length - 1; node >= 0; node--) {
			int depth = this.level[node];
			values[node] += sum[depth + 1];
			sum[depth + 1] = 0;
			sum[depth] += values[node];
		}
	}

}
