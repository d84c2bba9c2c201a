package io.github.heapwise.allocation;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.github.heapwise.calltree.CallTreeBuilder;
import io.github.heapwise.calltree.FoldedStacks;
import io.github.heapwise.calltree.Frame;
import io.github.heapwise.calltree.FrameCategory;
import io.github.heapwise.timeline.RouteTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link StackSpreading}.
 */
class StackSpreadingTests {

	private final SampleTree tree = new SampleTree(10_000);

	private final ThreadGroups groups = new ThreadGroups(100, (name) -> false);

	private final int one = this.groups.ofLiveThread(1, "exec-1");

	private final int two = this.groups.ofLiveThread(2, "exec-2");

	private final int main = this.groups.ofLiveThread(3, "main");

	private final CellMap cells = new CellMap();

	@Test
	void stacksOfTheSameThreadComeFirst() {
		add(this.one, "a;byte[]", 100);
		add(this.two, "b;byte[]", 100);
		add(this.one, "byte[]", 50);
		assertThat(spread()).isEqualTo(Map.of("exec-1 a;byte[]", 150L, "exec-2 b;byte[]", 100L));
	}

	@Test
	void stacksOfThePoolComeNext() {
		add(this.two, "b;byte[]", 100);
		add(this.main, "m;byte[]", 100);
		add(this.one, "byte[]", 50);
		assertThat(spread()).isEqualTo(Map.of("exec-1 b;byte[]", 50L, "exec-2 b;byte[]", 100L, "main m;byte[]", 100L));
	}

	@Test
	void stacksOfAnotherThreadNeverDo() {
		add(this.main, "m;byte[]", 100);
		add(this.one, "byte[]", 50);
		assertThat(spread()).isEqualTo(Map.of("exec-1 (stack not sampled);byte[]", 50L, "main m;byte[]", 100L));
	}

	@Test
	void classWithoutAKnownStackStaysApart() {
		add(this.main, "m;byte[]", 100);
		add(this.main, "char[]", 50);
		assertThat(spread()).isEqualTo(Map.of("main m;byte[]", 100L, "main (stack not sampled);char[]", 50L));
	}

	@Test
	void stacksOfAnotherRouteNeverDo() {
		add(this.one, RouteTag.noted(1), "a;byte[]", 100);
		add(this.one, RouteTag.noted(2), "byte[]", 50);
		add(this.one, "byte[]", 20);
		assertThat(spread()).isEqualTo(Map.of("exec-1 a;byte[]", 100L, "exec-1 (stack not sampled);byte[]", 70L));
	}

	@Test
	void stacksOfTheSameRouteOnAnyThreadDo() {
		add(this.main, RouteTag.noted(1), "a;byte[]", 100);
		add(this.one, "b;byte[]", 100);
		add(this.one, RouteTag.noted(1), "byte[]", 50);
		assertThat(spread()).isEqualTo(Map.of("main a;byte[]", 100L, "exec-1 b;byte[]", 100L, "exec-1 a;byte[]", 50L));
	}

	@Test
	void sampleWithoutANoteTakesTheRouteThatItsStackTells() {
		add(this.one, RouteTag.byStack(1), "a;byte[]", 100);
		add(this.one, "idle;byte[]", 300);
		add(this.one, "byte[]", 400);
		Map<Integer, Long> bytesByRoute = new TreeMap<>();
		spreadCells()
			.forEach((key, bytes, objects, samples) -> bytesByRoute.merge(CellKey.route(key), bytes, Long::sum));
		assertThat(bytesByRoute).isEqualTo(Map.of(1, 200L, RouteTable.NONE, 600L));
	}

	@Test
	void shareOfAStackIsThatOfItsBytes() {
		add(this.main, "a;byte[]", 300);
		add(this.main, "b;byte[]", 100);
		add(this.main, "byte[]", 400);
		assertThat(spread()).isEqualTo(Map.of("main a;byte[]", 600L, "main b;byte[]", 200L));
	}

	@Test
	void stacksOfObjectsOutsideTlabsAreApart() {
		this.cells.add(CellKey.of(this.main, RouteTag.NONE, SizeClass.LARGER_THAN_TLAB, node("large;byte[]")), 1000, 1,
				1);
		add(this.main, "small;byte[]", 10);
		add(this.main, "byte[]", 10);
		assertThat(spread()).isEqualTo(Map.of("main large;byte[]", 1000L, "main small;byte[]", 20L));
	}

	@Test
	void spreadBytesAreNoSamples() {
		add(this.main, "a;byte[]", 10);
		add(this.main, "byte[]", 10);
		long[] samples = new long[1];
		spreadCells().forEach((key, bytes, objects, count) -> samples[0] += count);
		assertThat(samples[0]).isOne();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void bytesAreKeptButForRounding(long seed) {
		Random random = new Random(seed);
		long[] before = new long[1];
		for (int i = 0; i < 300; i++) {
			String stack = (random.nextBoolean() ? "m" + random.nextInt(10) + ";" : "") + "C" + random.nextInt(4);
			long bytes = 1 + random.nextInt(1_000_000);
			add(random.nextInt(this.groups.size()), stack, bytes);
			before[0] += bytes;
		}
		long after = spread().values().stream().mapToLong(Long::longValue).sum();
		assertThat(after).as("seed %d", seed).isCloseTo(before[0], within(1000L));
	}

	@Test
	void fewLargeObjectsAreNotRoundedAwayOnManyStacks() {
		for (int i = 0; i < 10; i++) {
			add(this.one, "m" + i + ";byte[]", 5_000_000);
		}
		this.cells.add(CellKey.of(this.one, RouteTag.NONE, SizeClass.UNKNOWN, node("byte[]")), 15_000_000, 3, 3);
		long[] sums = new long[2];
		spreadCells().forEach((key, bytes, objects, samples) -> {
			sums[0] += bytes;
			sums[1] += objects;
		});
		assertThat(sums).containsExactly(65_000_000, 10 + 3);
	}

	private void add(int group, String stack, long bytes) {
		add(group, RouteTag.NONE, stack, bytes);
	}

	private void add(int group, int tag, String stack, long bytes) {
		this.cells.add(CellKey.of(group, tag, SizeClass.UNKNOWN, node(stack)), bytes, 1, 1);
	}

	private int node(String stack) {
		String[] names = stack.split(";");
		int[] frames = new int[names.length - 1];
		for (int i = 0; i < frames.length; i++) {
			frames[i] = this.tree.frame(new Frame(names[i], FrameCategory.APPLICATION));
		}
		int type = this.tree.frame(new Frame(names[frames.length], FrameCategory.ALLOCATED_CLASS));
		return this.tree.leaf(this.tree.stack(frames, false), type);
	}

	private CellMap spreadCells() {
		return new StackSpreading(this.tree, noStacks(), this::noStacks).spread(this.cells);
	}

	private KnownStacks noStacks() {
		return new KnownStacks(this.tree, this.groups::pool);
	}

	private Map<String, Long> spread() {
		Map<String, Long> spread = new TreeMap<>();
		spreadCells().forEach((key, bytes, objects, samples) -> {
			CallTreeBuilder builder = this.tree.builder();
			builder.add(CellKey.node(key), 1, 1);
			String stack = FoldedStacks.write(builder.build()).replace(" 1\n", "");
			spread.merge(this.groups.name(CellKey.group(key)) + " " + stack, bytes, Long::sum);
		});
		return spread;
	}

}
