package io.github.heapwise.calltree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.heapwise.calltree.Trees.WeightedStack;

/**
 * The obvious call tree: a map of children in every node, walked by recursion. Real trees
 * are compared with it.
 */
final class SlowTree {

	private final Frame frame;

	private final Map<Frame, SlowTree> children = new TreeMap<>(
			Comparator.comparing(Frame::name).thenComparing(Frame::category));

	private long bytes;

	private long objects;

	SlowTree(Frame frame) {
		this.frame = frame;
	}

	static SlowTree of(List<WeightedStack> stacks) {
		SlowTree root = new SlowTree(Frame.ROOT);
		for (WeightedStack stack : stacks) {
			root.add(stack.frames(), stack.bytes(), stack.objects());
		}
		return root;
	}

	List<String> describe() {
		List<String> lines = new ArrayList<>();
		describe(0, lines);
		return lines;
	}

	private void add(List<Frame> frames, long moreBytes, long moreObjects) {
		if (frames.isEmpty()) {
			this.bytes += moreBytes;
			this.objects += moreObjects;
			return;
		}
		this.children.computeIfAbsent(frames.get(0), SlowTree::new)
			.add(frames.subList(1, frames.size()), moreBytes, moreObjects);
	}

	private void describe(int level, List<String> lines) {
		int line = lines.size();
		lines.add("");
		for (SlowTree child : this.children.values()) {
			if (child.holdsAnything()) {
				child.describe(level + 1, lines);
			}
		}
		lines.set(line, "%s%s %s self %d in %d total %d end %d".formatted(" ".repeat(level), this.frame.name(),
				this.frame.category(), this.bytes, this.objects, total(), lines.size()));
	}

	private boolean holdsAnything() {
		return this.bytes != 0 || this.objects != 0
				|| this.children.values().stream().anyMatch(SlowTree::holdsAnything);
	}

	private long total() {
		return this.bytes + this.children.values().stream().mapToLong(SlowTree::total).sum();
	}

}
