package io.github.heapwise.heapgraph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Tests for {@link DominatorTree} and what leads to it: {@link Distances},
 * {@link DepthFirstOrder}, {@link Predecessors}, {@link Dominators}.
 */
class DominatorTreeTests {

	private static final int RANDOM_GRAPHS = 4000;

	@TempDir
	private Path directory;

	private WorkFiles files;

	@BeforeEach
	void openFiles() {
		this.files = new WorkFiles(this.directory);
	}

	@Test
	void diamondIsDominatedByItsTop() {
		TestGraph diamond = new TestGraph(4).root(0).edge(0, 1).edge(0, 2).edge(1, 3).edge(2, 3);
		TestGraph.Analysis analysis = analyse(diamond);
		assertThat(analysis.dominators).containsExactly(ObjectGraph.ROOT, 1, 1, 1);
		assertThat(analysis.retainedWords).containsExactly(4, 1, 1, 1);
		assertThat(analysis.distances).containsExactly(1, 2, 2, 3);
	}

	@Test
	void whatTwoRootsShareIsHeldByNoObject() {
		TestGraph.Analysis analysis = analyse(new TestGraph(3).root(0).root(1).edge(0, 2).edge(1, 2));
		assertThat(analysis.dominators).containsExactly(ObjectGraph.ROOT, ObjectGraph.ROOT, ObjectGraph.ROOT);
		assertThat(analysis.dominatedObjects).containsExactly(0, 1, 2);
	}

	@Test
	void whatNoRootReachesIsNotDominated() {
		TestGraph.Analysis analysis = analyse(new TestGraph(3).root(1).edge(0, 1).edge(0, 2).edge(2, 0));
		assertThat(analysis.dominators).containsExactly(0, ObjectGraph.ROOT, 0);
		assertThat(analysis.distances).containsExactly(0, 1, 0);
		assertThat(analysis.totals.unreachableInstances(0)).isEqualTo(2);
		assertThat(analysis.totals.instances(0)).isEqualTo(1);
	}

	@Test
	void graphWithoutARootHoldsNothing() {
		TestGraph.Analysis analysis = analyse(new TestGraph(2).edge(0, 1));
		assertThat(analysis.dominators).containsOnly(0);
	}

	@Test
	void matchesBruteForceOnRandomGraphs() {
		for (int seed = 0; seed < RANDOM_GRAPHS; seed++) {
			TestGraph graph = TestGraph.random(new Random(seed));
			assertMatchesBruteForce("seed " + seed + ": " + graph, graph, seed % 2 == 0);
		}
	}

	@Test
	void listOfAMillionObjectsIsANormalInput() {
		int size = 1_000_000;
		TestGraph list = new TestGraph(size).root(0);
		IntStream.range(1, size).forEach((i) -> list.edge(i - 1, i));
		TestGraph.Analysis analysis = analyse(list);
		assertThat(analysis.distances[size - 1]).isEqualTo(size);
		assertThat(analysis.dominators[size - 1]).isEqualTo(size - 1);
		assertThat(analysis.retainedWords[0]).isEqualTo(size);
		assertThat(analysis.totals.retainedWords(0)).isEqualTo(size);
	}

	// A list whose end refers to objects that its start refers to as well: the nearest
	// common ancestor is as far away as can be.
	@Test
	void graphMadeForQuadraticTimeTakesLinear() {
		int half = 200_000;
		TestGraph graph = new TestGraph(2 * half).root(0);
		IntStream.range(1, half).forEach((i) -> graph.edge(i - 1, i));
		IntStream.range(half, 2 * half).forEach((i) -> graph.edge(half - 1, i));
		IntStream.range(half, 2 * half).forEach((i) -> graph.edge(i % 7, i));
		TestGraph.Analysis analysis = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> analyse(graph));
		assertThat(IntStream.range(half, 2 * half)).allMatch((i) -> analysis.dominators[i] == i % 7 + 1);
	}

	@Test
	void retainedBytesPastIntMaxAreNotTruncated() {
		long large = 3L << 32;
		TestGraph graph = new TestGraph(3).root(0).edge(0, 1).edge(1, 2).words(1, large).words(2, large);
		assertThat(new TestGraph.Analysis(graph, this.files, true).retainedWords).containsExactly(2 * large + 1,
				2 * large, large);
		graph.words(1, 1L << 31).words(2, (1L << 31) - 5);
		assertThat(new TestGraph.Analysis(graph, this.files, false).retainedWords[0]).isEqualTo((1L << 32) - 4);
	}

	private TestGraph.Analysis analyse(TestGraph graph) {
		return new TestGraph.Analysis(graph, this.files, false);
	}

	private void assertMatchesBruteForce(String description, TestGraph graph, boolean wide) {
		TestGraph.Analysis analysis = new TestGraph.Analysis(graph, this.files, wide);
		int[] distances = graph.distancesWithout(-1);
		assertThat(analysis.distances).as(description).isEqualTo(distances);
		for (int i = 0; i < graph.size; i++) {
			assertThat(analysis.dominators[i]).as(description + ", dominator of " + i).isEqualTo(graph.dominatorOf(i));
			assertThat(analysis.retainedWords[i]).as(description + ", retained by " + i)
				.isEqualTo(graph.words(graph.retainedBy(i)));
			int holder = analysis.holders[i];
			assertThat((holder > 0) ? distances[holder - 1] + 1 : -holder).as(description + ", holder of " + i)
				.isEqualTo(distances[i]);
			assertListed(description, analysis, i);
		}
		for (int type = 0; type < graph.classCount(); type++) {
			assertThat(analysis.totals.retainedWords(type)).as(description + ", retained by class " + type)
				.isEqualTo(graph.words(graph.retainedByClass(type)));
		}
	}

	private void assertListed(String description, TestGraph.Analysis analysis, int object) {
		int reachable = (int) IntStream.of(analysis.dominators).filter((dominator) -> dominator != 0).count();
		IntSource sorted = (index) -> analysis.dominatedObjects[(int) index];
		IntSource dominators = (index) -> analysis.dominators[(int) index];
		int start = DominatedObjects.start(object + 1, sorted, reachable, dominators);
		int end = DominatedObjects.start(object + 2, sorted, reachable, dominators);
		BitSet listed = new BitSet();
		IntStream.range(start, end).forEach((i) -> listed.set(analysis.dominatedObjects[i]));
		BitSet expected = new BitSet();
		IntStream.range(0, analysis.dominators.length)
			.filter((i) -> analysis.dominators[i] == object + 1)
			.forEach(expected::set);
		assertThat(listed).as(description + ", dominated by " + object).isEqualTo(expected);
	}

}
