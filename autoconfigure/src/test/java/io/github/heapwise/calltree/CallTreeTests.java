package io.github.heapwise.calltree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.heapwise.calltree.Trees.WeightedStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallTree}, {@link CallTreeBuilder} and {@link CallTreeLayout}.
 */
class CallTreeTests {

	@Test
	void emptyTreeIsItsRoot() {
		CallTree tree = new CallTreeBuilder(Frame.ROOT).build();
		assertThat(Trees.describe(tree)).containsExactly("all SYNTHETIC self 0 in 0 total 0 end 1");
		assertThat(tree.totalObjects()).isZero();
	}

	@Test
	void nodesAreInPreOrderWithSiblingsByName() {
		CallTree tree = Trees.folded("main;zoo;C 1", "main;ant;B 2", "main;ant;A 4", "init;D 8");
		assertThat(Trees.describe(tree)).containsExactly("all SYNTHETIC self 0 in 0 total 15 end 9",
				" init APPLICATION self 0 in 0 total 8 end 3", "  D ALLOCATED_CLASS self 8 in 0 total 8 end 3",
				" main APPLICATION self 0 in 0 total 7 end 9", "  ant APPLICATION self 0 in 0 total 6 end 7",
				"   A ALLOCATED_CLASS self 4 in 0 total 4 end 6", "   B ALLOCATED_CLASS self 2 in 0 total 2 end 7",
				"  zoo APPLICATION self 0 in 0 total 1 end 9", "   C ALLOCATED_CLASS self 1 in 0 total 1 end 9");
	}

	@Test
	void siblingsOfTheSameNameAreOrderedByCategory() {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		builder.add(builder.child(StackTree.ROOT, new Frame("x", FrameCategory.NATIVE)), 1, 1);
		builder.add(builder.child(StackTree.ROOT, new Frame("x", FrameCategory.APPLICATION)), 2, 1);
		CallTree tree = builder.build();
		assertThat(tree.frame(1).category()).isEqualTo(FrameCategory.APPLICATION);
		assertThat(tree.frame(2).category()).isEqualTo(FrameCategory.NATIVE);
	}

	@Test
	void nodesWithoutBytesAndObjectsBelowAreLeftOut() {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		int kept = builder.child(StackTree.ROOT, new Frame("kept", FrameCategory.JDK));
		builder.child(kept, new Frame("empty", FrameCategory.JDK));
		builder.child(StackTree.ROOT, new Frame("gone", FrameCategory.JDK));
		builder.add(kept, 0, 3);
		assertThat(Trees.describe(builder.build())).containsExactly("all SYNTHETIC self 0 in 0 total 0 end 2",
				" kept JDK self 0 in 3 total 0 end 2");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void matchesTheSlowTreeOnRandomStacks(long seed) {
		List<WeightedStack> stacks = Trees.randomStacks(seed);
		assertThat(Trees.describe(Trees.build(stacks))).as("seed %d", seed).isEqualTo(SlowTree.of(stacks).describe());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void orderOfStacksDoesNotMatter(long seed) {
		List<WeightedStack> shuffled = new ArrayList<>(Trees.randomStacks(seed));
		Collections.shuffle(shuffled, new Random(seed));
		assertThat(Trees.describe(Trees.build(shuffled))).as("seed %d", seed)
			.isEqualTo(Trees.describe(Trees.random(seed)));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void mergingTreesIsCommutative(long seed) {
		CallTree one = Trees.random(seed);
		CallTree other = Trees.random(seed + 1000);
		assertThat(Trees.describe(merge(one, other))).as("seed %d", seed).isEqualTo(Trees.describe(merge(other, one)));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void mergingTreesIsAssociative(long seed) {
		CallTree a = Trees.random(seed);
		CallTree b = Trees.random(seed + 1000);
		CallTree c = Trees.random(seed + 2000);
		assertThat(Trees.describe(merge(merge(a, b), c))).as("seed %d", seed)
			.isEqualTo(Trees.describe(merge(a, merge(b, c))));
	}

	@Test
	void mergingTreesAddsUpWhatTheyShare() {
		CallTree sum = merge(Trees.folded("a;B 1", "a;C 2"), Trees.folded("a;B 10", "d;E 5"));
		assertThat(FoldedStacks.write(sum)).isEqualTo("a;B 11\na;C 2\nd;E 5\n");
	}

	@Test
	void mergingWithTheEmptyTreeChangesNothing() {
		CallTree tree = Trees.random(42);
		CallTree empty = new CallTreeBuilder(Frame.ROOT).build();
		assertThat(Trees.describe(merge(tree, empty))).as("seed 42").isEqualTo(Trees.describe(tree));
	}

	@Test
	void stackOfAnyDepthDoesNotOverflow() {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		int node = StackTree.ROOT;
		for (int level = 0; level < 100_000; level++) {
			node = builder.child(node, new Frame("f" + level % 2, FrameCategory.APPLICATION));
		}
		builder.add(node, 1L << 40, 1);
		CallTree tree = builder.build();
		assertThat(tree.size()).isEqualTo(100_001);
		assertThat(tree.level(100_000)).isEqualTo(100_000);
		assertThat(tree.totalBytes(0)).isEqualTo(1L << 40);
		assertThat(tree.end(0)).isEqualTo(100_001);
		CallTree merged = merge(tree, tree);
		assertThat(merged.totalBytes(0)).isEqualTo(1L << 41);
		assertThat(Pruning.of(merged, 0.5).tree().size()).isEqualTo(100_001);
		assertThat(Hwf1Decoder.decode(Hwf1Encoder.encode(merged, "{}", false)).tree().totalBytes(0))
			.isEqualTo(1L << 41);
		assertThat(FoldedStacks.write(merged)).endsWith("f1 " + (1L << 41) + "\n");
	}

	@Test
	void totalsPastIntMaxAreNotTruncated() {
		CallTree tree = Trees.folded("a;B 4000000000", "a;C 5000000000", "d;E 1");
		assertThat(tree.totalBytes(0)).isEqualTo(9_000_000_001L);
	}

	@Test
	void subtreeIsWhatLiesBelowItsNode() {
		CallTree tree = Trees.folded("main;ant;A 4", "main;ant;B 2", "main;zoo;C 1");
		CallTree ant = tree.subtree(NodeKey.ofRoot("all").child("main").child("ant"));
		assertThat(Trees.describe(ant)).containsExactly("ant APPLICATION self 0 in 0 total 6 end 3",
				" A ALLOCATED_CLASS self 4 in 0 total 4 end 2", " B ALLOCATED_CLASS self 2 in 0 total 2 end 3");
	}

	@Test
	void subtreeOfTheRootIsTheWholeTree() {
		CallTree tree = Trees.random(11);
		assertThat(Trees.describe(tree.subtree(NodeKey.ofRoot("all")))).as("seed 11").isEqualTo(Trees.describe(tree));
	}

	@Test
	void subtreeOfAnUnknownNodeIsNone() {
		assertThat(Trees.folded("main;A 4").subtree(NodeKey.ofRoot("all").child("other"))).isNull();
	}

	@Test
	void builtTreeStaysAsItIsWhenMoreIsAdded() {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		int node = builder.child(StackTree.ROOT, new Frame("m", FrameCategory.JDK));
		builder.add(node, 1, 1);
		CallTree before = builder.build();
		builder.add(node, 10, 1);
		builder.add(builder.child(node, new Frame("a", FrameCategory.JDK)), 5, 1);
		assertThat(FoldedStacks.write(before)).isEqualTo("m 1\n");
		assertThat(FoldedStacks.write(builder.build())).isEqualTo("m 11\nm;a 5\n");
	}

	private static CallTree merge(CallTree one, CallTree other) {
		CallTreeBuilder builder = new CallTreeBuilder(Frame.ROOT);
		builder.add(one);
		builder.add(other);
		return builder.build();
	}

}
