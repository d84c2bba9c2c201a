package io.github.heapwise.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.github.heapwise.calltree.CallTree;
import io.github.heapwise.calltree.FoldedStacks;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.jvm.OwnThreads;
import io.github.heapwise.jvm.TotalAllocatedBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link GroupScaling}.
 */
class GroupScalingTests {

	private static final long UNKNOWN = TotalAllocatedBytes.UNKNOWN;

	private static final ExactBytes NOTHING = new ExactBytes(Map.of(), 0);

	private final SampleTree tree = new SampleTree(10_000);

	private final ThreadGroups groups = new ThreadGroups(100, OwnThreads::isOwn);

	private final int main = this.groups.ofLiveThread(1, "main");

	private final int exec = this.groups.ofLiveThread(2, "exec-1");

	private final int pool = this.groups.ofEndedThread("task-1");

	private final CellMap cells = new CellMap();

	@Test
	void estimatesOfAGroupAddUpToItsCounter() {
		sample(this.main, false, "a", 100);
		sample(this.main, false, "b", 300);
		sample(this.exec, false, "a", 1000);
		assertThat(scaled(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 4000L, this.exec, 10L), 4010)))
			.isEqualTo(Map.of("main a", 1000.0, "main b", 3000.0, "exec-1 a", 10.0));
	}

	@Test
	void groupsWithoutACounterShareTheRest() {
		sample(ThreadGroups.VIRTUAL, false, "v", 100);
		sample(this.pool, false, "t", 300);
		sample(this.main, false, "a", 100);
		assertThat(scaled(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 500L), 1300)))
			.isEqualTo(Map.of("main a", 500.0, "virtual threads v", 200.0, "task t", 600.0));
	}

	@Test
	void bytesOfAGroupWithoutASampleAreGivenToNobody() {
		sample(this.main, false, "a", 100);
		assertThat(scaled(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 500L, this.exec, 70L), 600))).isEqualTo(Map
			.of("main a", 500.0, "exec-1 (not sampled: exec-1)", 70.0, "rest (not sampled: other threads)", 30.0));
	}

	@Test
	void bytesOutsideTlabsAreKeptAndTheRestTakesTheCorrection() {
		sample(this.main, true, "large", 1000);
		sample(this.main, false, "a", 100);
		sample(this.main, false, "b", 300);
		assertThat(scaled(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 1200L), 1200)))
			.isEqualTo(Map.of("main large", 1000.0, "main a", 50.0, "main b", 150.0));
	}

	@Test
	void bytesOutsideTlabsTakeTheCorrectionWhereNothingElseCan() {
		sample(this.main, true, "large", 1000);
		assertThat(scaled(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 1100L), 1100)))
			.isEqualTo(Map.of("main large", 1100.0));
		sample(this.main, false, "a", 1000);
		assertThat(scaled(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 900L), 900)))
			.isEqualTo(Map.of("main large", 450.0, "main a", 450.0));
	}

	@Test
	void idleThreadThatRefilledATlabIsTakenBack() {
		sample(this.main, false, "poll", 2_000_000);
		assertThat(scaled(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 640L), 640)))
			.isEqualTo(Map.of("main poll", 640.0));
	}

	@Test
	void evenSamplesOfAGroupCountTheSameWhateverTheirWeight() {
		sample(this.main, false, "first", 1_000_000_000);
		sample(this.main, false, "second", 1);
		sample(this.main, false, "second", 1);
		assertThat(scaled(Regime.EVEN, new ExactBytes(Map.of(this.main, 900L), 900)))
			.isEqualTo(Map.of("main first", 300.0, "main second", 600.0));
	}

	@Test
	void evenSamplesCountTheSameAlsoWithoutATotal() {
		sample(this.main, false, "first", 1_000_000_000);
		sample(this.main, false, "second", 1);
		sample(ThreadGroups.VIRTUAL, false, "v", 77);
		assertThat(scaled(Regime.EVEN, new ExactBytes(Map.of(this.main, 900L), UNKNOWN)))
			.isEqualTo(Map.of("main first", 450.0, "main second", 450.0, "virtual threads v", 77.0));
	}

	@Test
	void evenSampleWithoutAStackCountsLikeAnyOther() {
		sample(this.main, false, "a", 5);
		this.cells.add(CellKey.of(this.main, RouteTag.NONE, SizeClass.UNKNOWN, stackless("char[]")), 1, 0, 1);
		this.cells.add(CellKey.of(this.exec, RouteTag.NONE, SizeClass.UNKNOWN, stackless("char[]")), 1, 0, 1);
		assertThat(scaled(Regime.EVEN, new ExactBytes(Map.of(this.main, 900L, this.exec, 70L), 970)))
			.isEqualTo(Map.of("main a", 450.0, "main (stack not sampled)", 450.0, "exec-1 (stack not sampled)", 70.0));
	}

	@Test
	void withoutATotalOnlyCountedGroupsAreScaled() {
		sample(this.main, false, "a", 100);
		sample(ThreadGroups.VIRTUAL, false, "v", 100);
		GroupScaling scaling = scaling(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 500L), UNKNOWN));
		assertThat(scaling.isComplete()).isFalse();
		assertThat(estimates(scaling)).isEqualTo(Map.of("main a", 500.0, "virtual threads v", 100.0));
	}

	@Test
	void nothingSampledAndNothingCountedIsNothing() {
		assertThat(scaled(Regime.WEIGHED, NOTHING)).isEmpty();
		assertThat(scaled(Regime.EVEN, new ExactBytes(Map.of(), UNKNOWN))).isEmpty();
	}

	@Test
	void groupThatAllocatedNothingAccordingToItsCounterIsScaledToNothing() {
		sample(this.main, false, "a", 100);
		assertThat(scaled(Regime.WEIGHED, NOTHING)).isEqualTo(Map.of("main a", 0.0));
	}

	@Test
	void objectsAreScaledLikeTheirBytes() {
		this.cells.add(CellKey.of(this.main, RouteTag.NONE, SizeClass.UNKNOWN, node("a")), 100, 4, 1);
		double[] objects = new double[1];
		scaling(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 250L), 250))
			.forEach((group, route, node, bytes, scaledObjects, samples) -> objects[0] += scaledObjects);
		assertThat(objects[0]).isEqualTo(10);
	}

	@Test
	void burstIsScaledOverTheWholeRangeAndNotByBucket() {
		sample(this.main, false, "steady", 100);
		Bucket quiet = bucket(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 100L), 100), this.cells);
		CellMap busy = new CellMap();
		busy.add(CellKey.of(this.main, RouteTag.NONE, SizeClass.UNKNOWN, node("burst")), 300, 1, 1);
		Bucket burst = bucket(Regime.WEIGHED, new ExactBytes(Map.of(this.main, 700L), 700), busy);
		GroupScaling scaling = new GroupScaling(Regime.WEIGHED, this.tree, this.groups, this::noStacks);
		scaling.add(quiet);
		scaling.add(burst);
		assertThat(estimates(scaling)).isEqualTo(Map.of("main steady", 200.0, "main burst", 600.0));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void sumsEqualTheCountersWhateverWasSampled(long seed) {
		Random random = new Random(seed);
		List<Integer> counted = new ArrayList<>(List.of(this.main, this.exec));
		for (int i = 0; i < 10; i++) {
			counted.add(this.groups.ofLiveThread(10 + i, "worker-" + i));
		}
		for (int i = 0; i < 500; i++) {
			int group = random.nextInt(this.groups.size());
			this.cells.add(CellKey.of(group, RouteTag.NONE, random.nextInt(4), node("m" + random.nextInt(30))),
					1 + random.nextInt(100_000), random.nextInt(10), 1);
		}
		Map<Integer, Long> exact = new TreeMap<>();
		counted.forEach((group) -> exact.put(group, 1L + random.nextInt(10_000_000)));
		long rest = 1 + random.nextInt(10_000_000);
		long total = exact.values().stream().mapToLong(Long::longValue).sum() + rest;
		for (Regime regime : Regime.values()) {
			Map<Integer, Double> sums = new HashMap<>();
			scaling(regime, new ExactBytes(exact, total)).forEach((group, route, node, bytes, objects, samples) -> sums
				.merge(exact.containsKey(group) ? group : GroupScaling.REST, bytes, Double::sum));
			exact.forEach((group, bytes) -> assertThat(sums.get(group)).as("seed %d, %s, group %d", seed, regime, group)
				.isCloseTo(bytes, within(1e-6 * bytes)));
			assertThat(sums.get(GroupScaling.REST)).as("seed %d, %s, rest", seed, regime)
				.isCloseTo(rest, within(1e-6 * rest));
		}
	}

	private KnownStacks noStacks() {
		return new KnownStacks(this.tree, this.groups::pool);
	}

	private void sample(int group, boolean outsideTlab, String method, long bytes) {
		this.cells.add(CellKey.of(group, RouteTag.NONE, outsideTlab ? SizeClass.LARGER_THAN_TLAB : SizeClass.UNKNOWN,
				node(method)), bytes, 1, 1);
	}

	private int node(String method) {
		int frame = this.tree.frame(new Frame(method, FrameCategory.APPLICATION));
		int type = this.tree.frame(new Frame("byte[]", FrameCategory.ALLOCATED_CLASS));
		return this.tree.leaf(this.tree.stack(new int[] { frame }, false), type);
	}

	private int stackless(String type) {
		return this.tree.leaf(SampleTree.NO_STACK, this.tree.frame(new Frame(type, FrameCategory.ALLOCATED_CLASS)));
	}

	private Map<String, Double> scaled(Regime regime, ExactBytes exact) {
		return estimates(scaling(regime, exact));
	}

	private GroupScaling scaling(Regime regime, ExactBytes exact) {
		GroupScaling scaling = new GroupScaling(regime, this.tree, this.groups, this::noStacks);
		scaling.add(bucket(regime, exact, this.cells));
		return scaling;
	}

	private static Bucket bucket(Regime regime, ExactBytes exact, CellMap cells) {
		SamplingMode mode = (regime == Regime.EVEN) ? SamplingMode.THROTTLED : SamplingMode.ALL;
		return new Bucket(0, 10, regime, mode, SealedCells.of(cells), exact, RouteCounts.NONE, CallerBytes.NONE, 0);
	}

	private Map<String, Double> estimates(GroupScaling scaling) {
		Map<String, Double> estimates = new TreeMap<>();
		scaling.forEach((group, route, node, bytes, objects, samples) -> {
			String name = (group != GroupScaling.REST) ? this.groups.name(group) : "rest";
			estimates.merge(name + " " + methodOf(node), bytes, Double::sum);
		});
		return estimates;
	}

	// The node is either a synthetic one or a class below its method.
	private String methodOf(int node) {
		if (this.tree.category(node) == FrameCategory.SYNTHETIC) {
			return this.tree.name(node);
		}
		return FoldedStacks.write(onlyNode(node)).split(";")[0];
	}

	private CallTree onlyNode(int node) {
		var builder = this.tree.builder();
		builder.add(node, 1, 1);
		return builder.build();
	}

}
