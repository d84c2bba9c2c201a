package io.github.heapwise.heapgraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.heapwise.hprof.BasicType;
import io.github.heapwise.hprof.CancelSignal;
import io.github.heapwise.hprof.HeapDumpBuilder;
import io.github.heapwise.hprof.HprofTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.heapwise.hprof.HeapDumpBuilder.Field.field;
import static io.github.heapwise.hprof.HeapDumpBuilder.aHeapDump;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Regions} and of visiting all reachable objects.
 */
class RegionsTests {

	private static final int GRAPHS = 40;

	private static final int OBJECTS = 200;

	@TempDir
	private Path directory;

	@Test
	void regionsAreWhatClimbingFindsOnRandomGraphs() throws IOException {
		for (int seed = 0; seed < GRAPHS; seed++) {
			try (IndexedDump dump = indexed(randomGraph(new Random(seed)))) {
				int[] tops = new Random(seed).ints(5, 0, dump.graph.objects()).distinct().toArray();
				assertRegions(dump.graph, tops, "seed " + seed);
			}
		}
	}

	@Test
	void chainInAnyOrderIsFound() throws IOException {
		int[] order = IntStream.range(0, OBJECTS).map((i) -> (i * 77) % OBJECTS).toArray();
		HeapDumpBuilder dump = node();
		IntStream.range(0, OBJECTS).forEach((i) -> dump.idOf("node " + i));
		for (int i = 0; i < OBJECTS; i++) {
			String next = (i + 1 < OBJECTS) ? "node " + order[i + 1] : null;
			dump.instance("node " + order[i], "Node", next, null);
		}
		dump.root(HprofTag.ROOT_JNI_GLOBAL, "node " + order[0], 0, 0);
		try (IndexedDump indexed = indexed(dump)) {
			assertRegions(indexed.graph, indexed.numbers("node " + order[3], "node " + order[OBJECTS / 2]), "chain");
		}
	}

	@Test
	void reachableObjectsAreVisitedWithWhatTheyRetainAndWhatDominatesThem() throws IOException {
		try (IndexedDump dump = indexed(randomGraph(new Random(7)))) {
			HeapGraph graph = dump.graph;
			int[] visited = { 0 };
			graph.reachable(0, CancelSignal.NEVER, (object, retainedBytes, dominator) -> {
				visited[0]++;
				assertThat(graph.distance(object)).isPositive();
				assertThat(retainedBytes).isEqualTo(graph.retainedBytes(object));
				assertThat(dominator).isEqualTo(graph.dominator(object));
			});
			assertThat(visited[0]).isEqualTo(graph.totals().reachableObjects());
		}
	}

	@Test
	void objectsThatRetainMuchAndWhatOneDominatesAreVisitedInTheirOrder() throws IOException {
		try (IndexedDump dump = indexed(randomGraph(new Random(7)))) {
			HeapGraph graph = dump.graph;
			long minBytes = graph.reachableBytes() / 100;
			List<Integer> large = new ArrayList<>();
			graph.reachable(minBytes, CancelSignal.NEVER, (object, retainedBytes, dominator) -> large.add(object));
			assertThat(large).isNotEmpty()
				.isEqualTo(IntStream.range(0, graph.objects())
					.filter((object) -> graph.retainedBytes(object) >= minBytes)
					.boxed()
					.toList());
			for (int object : large) {
				List<Integer> dominated = new ArrayList<>();
				graph.dominated(object, dominated::add);
				assertThat(dominated).isSorted()
					.hasSize(graph.dominatedCount(object))
					.allMatch((below) -> graph.dominator(below) == object);
			}
		}
	}

	private static void assertRegions(HeapGraph graph, int[] tops, String description) throws IOException {
		try (Regions regions = graph.regions(tops, CancelSignal.NEVER)) {
			for (int i = 0; i < graph.objects(); i++) {
				assertThat(regions.region(i)).as("object %d, %s", i, description).isEqualTo(climb(graph, tops, i));
			}
		}
	}

	private static int climb(HeapGraph graph, int[] tops, int object) {
		for (int at = object; at >= 0; at = graph.dominator(at)) {
			for (int i = 0; i < tops.length; i++) {
				if (tops[i] == at) {
					return i;
				}
			}
		}
		return Regions.NONE;
	}

	private IndexedDump indexed(HeapDumpBuilder dump) throws IOException {
		return IndexedDump.of(dump, Files.createTempDirectory(this.directory, "dump"));
	}

	private static HeapDumpBuilder randomGraph(Random random) {
		HeapDumpBuilder dump = node();
		for (int i = 0; i < OBJECTS; i++) {
			dump.instance("node " + i, "Node", "node " + random.nextInt(OBJECTS), "node " + random.nextInt(OBJECTS));
		}
		dump.root(HprofTag.ROOT_JNI_GLOBAL, "node 0", 0, 0).root(HprofTag.ROOT_JNI_GLOBAL, "node 1", 0, 0);
		return dump;
	}

	private static HeapDumpBuilder node() {
		return aHeapDump().classNamed("java.lang.Object", null)
			.classNamed("Node", "java.lang.Object", field("left", BasicType.OBJECT), field("right", BasicType.OBJECT));
	}

}
