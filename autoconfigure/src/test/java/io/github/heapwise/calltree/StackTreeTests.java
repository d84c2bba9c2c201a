package io.github.heapwise.calltree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StackTree}.
 */
class StackTreeTests {

	private final StackTree tree = new StackTree(7, 1_000_000);

	@Test
	void newTreeHoldsItsRootOnly() {
		assertThat(this.tree.size()).isOne();
		assertThat(this.tree.frame(StackTree.ROOT)).isEqualTo(7);
		assertThat(this.tree.parent(StackTree.ROOT)).isNegative();
	}

	@Test
	void stacksShareTheirCommonCallers() {
		int main = this.tree.child(StackTree.ROOT, 1);
		int one = this.tree.child(main, 2);
		int other = this.tree.child(main, 3);
		assertThat(this.tree.child(StackTree.ROOT, 1)).isEqualTo(main);
		assertThat(one).isNotEqualTo(other);
		assertThat(this.tree.size()).isEqualTo(4);
		assertThat(this.tree.parent(other)).isEqualTo(main);
		assertThat(this.tree.frame(other)).isEqualTo(3);
	}

	@Test
	void sameFrameUnderAnotherCallerIsAnotherNode() {
		int recursive = this.tree.child(this.tree.child(StackTree.ROOT, 1), 1);
		assertThat(recursive).isNotEqualTo(this.tree.child(StackTree.ROOT, 1));
		assertThat(this.tree.size()).isEqualTo(3);
	}

	@Test
	void childIsNumberedAfterItsParent() {
		int node = StackTree.ROOT;
		for (int frame = 0; frame < 5000; frame++) {
			int child = this.tree.child(node, frame % 3);
			assertThat(child).isGreaterThan(node);
			node = child;
		}
	}

	@Test
	void childWhenTreeIsFullShouldAddNothingButFindWhatIsThere() {
		StackTree small = new StackTree(0, 3);
		int first = small.child(StackTree.ROOT, 1);
		int second = small.child(StackTree.ROOT, 2);
		assertThat(small.child(StackTree.ROOT, 3)).isEqualTo(StackTree.NO_NODE);
		assertThat(small.child(first, 1)).isEqualTo(StackTree.NO_NODE);
		assertThat(small.child(StackTree.ROOT, 1)).isEqualTo(first);
		assertThat(small.child(StackTree.ROOT, 2)).isEqualTo(second);
		assertThat(small.size()).isEqualTo(3);
	}

	@Test
	void findNeverAdds() {
		int main = this.tree.child(StackTree.ROOT, 1);
		assertThat(this.tree.find(StackTree.ROOT, 1)).isEqualTo(main);
		assertThat(this.tree.find(StackTree.ROOT, 2)).isEqualTo(StackTree.NO_NODE);
		assertThat(this.tree.find(main, 1)).isEqualTo(StackTree.NO_NODE);
		assertThat(this.tree.size()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void growingTreeMatchesAMap(long seed) {
		Random random = new Random(seed);
		Map<List<Integer>, Integer> nodes = new HashMap<>();
		for (int i = 0; i < 50_000; i++) {
			int parent = random.nextInt(this.tree.size());
			int frame = random.nextInt(20);
			int expected = nodes.computeIfAbsent(List.of(parent, frame), (unseen) -> this.tree.size());
			assertThat(this.tree.child(parent, frame)).as("seed %d, step %d", seed, i).isEqualTo(expected);
		}
		nodes.forEach((key, node) -> {
			assertThat(this.tree.parent(node)).as("seed %d", seed).isEqualTo(key.get(0));
			assertThat(this.tree.frame(node)).as("seed %d", seed).isEqualTo(key.get(1));
			assertThat(this.tree.find(key.get(0), key.get(1))).as("seed %d", seed).isEqualTo(node);
		});
		assertThat(this.tree.size()).as("seed %d", seed).isEqualTo(nodes.size() + 1);
	}

}
