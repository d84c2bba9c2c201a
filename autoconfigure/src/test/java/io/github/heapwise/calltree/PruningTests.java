package io.github.heapwise.calltree;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Pruning}.
 */
class PruningTests {

	@Test
	void smallSiblingsBecomeOneNode() {
		Pruning pruning = Pruning.of(Trees.folded("a;b;C 90", "a;d;E 4", "a;f;G 5", "h;I 1"), 0.1);
		assertThat(FoldedStacks.write(pruning.tree())).isEqualTo("(other) 1\na;(other) 9\na;b;C 90\n");
		assertThat(pruning.mergedNodes()).isEqualTo(6);
		assertThat(pruning.mergedBytes()).isEqualTo(10);
	}

	@Test
	void nodeOfExactlyTheThresholdStays() {
		Pruning pruning = Pruning.of(Trees.folded("a;B 90", "c;D 10"), 0.1);
		assertThat(pruning.mergedNodes()).isZero();
		assertThat(FoldedStacks.write(pruning.tree())).isEqualTo("a;B 90\nc;D 10\n");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void totalsAreKept(long seed) {
		CallTree tree = Trees.random(seed);
		for (double min : new double[] { 0, 0.0001, 0.01, 0.1, 0.5, 1 }) {
			CallTree pruned = Pruning.of(tree, min).tree();
			assertThat(pruned.totalBytes(0)).as("seed %d, min %s", seed, min).isEqualTo(tree.totalBytes(0));
			assertThat(pruned.totalObjects()).as("seed %d, min %s", seed, min).isEqualTo(tree.totalObjects());
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void nothingBelowTheThresholdSurvives(long seed) {
		CallTree tree = Trees.random(seed);
		for (double min : new double[] { 0.001, 0.01, 0.1 }) {
			CallTree pruned = Pruning.of(tree, min).tree();
			for (int node = 1; node < pruned.size(); node++) {
				assertThat(
						pruned.frame(node).equals(Frame.OTHER) || pruned.totalBytes(node) >= min * tree.totalBytes(0))
					.as("seed %d, min %s, node %d", seed, min, node)
					.isTrue();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void mergedNumbersAddUp(long seed) {
		CallTree tree = Trees.random(seed);
		Pruning pruning = Pruning.of(tree, 0.01);
		CallTree pruned = pruning.tree();
		int[] others = IntStream.range(0, pruned.size())
			.filter((node) -> pruned.frame(node).equals(Frame.OTHER))
			.toArray();
		assertThat(IntStream.of(others).mapToLong(pruned::totalBytes).sum()).as("seed %d", seed)
			.isEqualTo(pruning.mergedBytes());
		assertThat(pruned.size() - others.length).as("seed %d", seed)
			.isGreaterThanOrEqualTo(tree.size() - pruning.mergedNodes() - others.length)
			.isLessThanOrEqualTo(tree.size() - pruning.mergedNodes());
		assertThat(IntStream.of(others)).as("seed %d: '(other)' is a leaf", seed)
			.allMatch((node) -> pruned.end(node) == node + 1);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void pruningByNothingChangesNothing(long seed) {
		CallTree tree = Trees.random(seed);
		Pruning pruning = Pruning.of(tree, 0);
		assertThat(Trees.describe(pruning.tree())).as("seed %d", seed).isEqualTo(Trees.describe(tree));
		assertThat(pruning.mergedNodes()).isZero();
		assertThat(pruning.mergedBytes()).isZero();
	}

	@Test
	void pruningByEverythingKeepsWhatHoldsAll() {
		assertThat(FoldedStacks.write(Pruning.of(Trees.folded("a;b;C 5", "a;b;D 5"), 1).tree()))
			.isEqualTo("a;b;(other) 10\n");
		assertThat(FoldedStacks.write(Pruning.of(Trees.folded("a;B 5"), 1).tree())).isEqualTo("a;B 5\n");
	}

	@Test
	void prunedTreeCanBePrunedAgain() {
		CallTree once = Pruning.of(Trees.folded("a;B 90", "c;D 4", "e;F 6"), 0.05).tree();
		Pruning twice = Pruning.of(once, 0.2);
		assertThat(FoldedStacks.write(twice.tree())).isEqualTo("(other) 10\na;B 90\n");
	}

	@Test
	void emptyTreeIsLeftAlone() {
		Pruning pruning = Pruning.of(new CallTreeBuilder(Frame.ROOT).build(), 1);
		assertThat(pruning.tree().size()).isOne();
		assertThat(pruning.mergedNodes()).isZero();
	}

}
