package io.github.heapwise.heapview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An object where ways from roots begin, part or end.
 */
final class WayNode {

	/**
	 * Those that lead to most objects first.
	 */
	static final Comparator<WayNode> BY_TARGETS = Comparator.<WayNode>comparingLong((node) -> node.targets)
		.thenComparingLong((node) -> node.targetBytes)
		.reversed()
		.thenComparingInt((node) -> node.object);

	private final int object;

	private final int distance;

	private final List<WayNode> children = new ArrayList<>();

	private @Nullable WayNode parent;

	private Stretch above = Stretch.EMPTY;

	private long targets;

	private long targetBytes;

	WayNode(int object, int distance) {
		this.object = object;
		this.distance = distance;
	}

	int object() {
		return this.object;
	}

	int distance() {
		return this.distance;
	}

	/**
	 * Return the next nodes on the ways.
	 * @return the nodes in no order
	 */
	List<WayNode> children() {
		return this.children;
	}

	@Nullable WayNode parent() {
		return this.parent;
	}

	/**
	 * Return what is between the parent and this.
	 * @return the objects
	 */
	Stretch above() {
		return this.above;
	}

	/**
	 * Return how many of the objects asked about are reached by here.
	 * @return objects
	 */
	long targets() {
		return this.targets;
	}

	long targetBytes() {
		return this.targetBytes;
	}

	void addTargets(long objects, long bytes) {
		this.targets += objects;
		this.targetBytes += bytes;
	}

	void hangBelow(WayNode node, Stretch between) {
		this.parent = node;
		this.above = between;
		node.children.add(this);
	}

	/**
	 * Take a node without a fork out of its way.
	 */
	void leaveOut() {
		WayNode up = this.parent;
		if (up != null && this.children.size() == 1) {
			WayNode child = this.children.get(0);
			up.children.remove(this);
			child.hangBelow(up, this.above.plus(this.object, child.above));
		}
	}

}
