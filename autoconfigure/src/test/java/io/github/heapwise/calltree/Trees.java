package io.github.heapwise.calltree;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Trees for tests, from text a human can review or from a seed.
 */
public final class Trees {

	private Trees() {
	}

	/**
	 * Read folded stacks. Arrays and names that begin in upper case are classes.
	 * @param lines the lines
	 * @return the tree
	 */
	public static CallTree folded(String... lines) {
		try {
			return FoldedStacks.read(new StringReader(String.join("\n", lines)), Trees::category);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return one line a node: its depth as indentation, name, category, own bytes, own
	 * objects, total, and the end of its subtree.
	 * @param tree the tree
	 * @return lines in the order of the nodes
	 */
	static List<String> describe(CallTree tree) {
		List<String> lines = new ArrayList<>();
		for (int node = 0; node < tree.size(); node++) {
			lines.add("%s%s %s self %d in %d total %d end %d".formatted(" ".repeat(tree.level(node)),
					tree.frame(node).name(), tree.frame(node).category(), tree.selfBytes(node), tree.selfObjects(node),
					tree.totalBytes(node), tree.end(node)));
		}
		return lines;
	}

	static List<WeightedStack> randomStacks(long seed) {
		Random random = new Random(seed);
		List<WeightedStack> stacks = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			List<Frame> frames = new ArrayList<>();
			int depth = random.nextInt(12);
			for (int level = 0; level < depth; level++) {
				frames.add(new Frame("f" + random.nextInt(4),
						FrameCategory.values()[random.nextInt(FrameCategory.values().length)]));
			}
			stacks.add(
					new WeightedStack(frames, random.nextInt(5) * (long) random.nextInt(1_000_000), random.nextInt(3)));
		}
		return stacks;
	}

	static CallTree random(long seed) {
		return build(randomStacks(seed));
	}

	static CallTree build(List<WeightedStack> stacks) {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		for (WeightedStack stack : stacks) {
			int node = StackTree.ROOT;
			for (Frame frame : stack.frames()) {
				node = builder.child(node, frame);
			}
			builder.add(node, stack.bytes(), stack.objects());
		}
		return builder.build();
	}

	private static FrameCategory category(String name) {
		if (name.endsWith("[]") || Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1))) {
			return FrameCategory.ALLOCATED_CLASS;
		}
		return name.startsWith("java.") ? FrameCategory.JDK : FrameCategory.APPLICATION;
	}

	/**
	 * A stack and what it allocated.
	 *
	 * @param frames frames, outermost first
	 * @param bytes own bytes of the last one
	 * @param objects own objects of the last one
	 */
	record WeightedStack(List<Frame> frames, long bytes, long objects) {
	}

}
