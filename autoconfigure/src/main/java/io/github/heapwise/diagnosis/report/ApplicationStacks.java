package io.github.heapwise.diagnosis.report;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.calltree.StackTree;

/**
 * Folds the stacks of an allocation profile to what the application did: its own frames,
 * what they call, what allocates in the end, and what. All else of servers, libraries and
 * the JDK is left out, and its bytes go to what called it.
 */
final class ApplicationStacks {

	private ApplicationStacks() {
	}

	static CallTree of(CallTree tree) {
		CallTreeBuilder builder = new CallTreeBuilder(tree.frame(0));
		int[] path = new int[tree.size()];
		boolean[] applicationAt = new boolean[tree.size()];
		for (int node = 0; node < tree.size(); node++) {
			int level = tree.level(node);
			applicationAt[level] = tree.frame(node).category() == FrameCategory.APPLICATION;
			if (level == 0) {
				path[level] = StackTree.ROOT;
			}
			else {
				boolean kept = !isPlumbing(tree, node) || applicationAt[level - 1] || allocates(tree, node);
				path[level] = kept ? builder.child(path[level - 1], tree.frame(node)) : path[level - 1];
			}
			builder.add(path[level], tree.selfBytes(node), tree.selfObjects(node));
		}
		return builder.build();
	}

	private static boolean isPlumbing(CallTree tree, int node) {
		return switch (tree.frame(node).category()) {
			case DEPENDENCY, JDK -> true;
			default -> false;
		};
	}

	private static boolean allocates(CallTree tree, int node) {
		for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
			if (tree.frame(child).category() == FrameCategory.ALLOCATED_CLASS) {
				return true;
			}
		}
		return false;
	}

}
