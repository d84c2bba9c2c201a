package io.github.heapwise.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchSet}.
 */
class WatchSetTests {

	private final Moment moment = new Moment();

	private final List<String> problems = new ArrayList<>();

	@Test
	void poolThatIsKnownTwiceIsWatchedOnce() {
		HandPool pool = new HandPool("pool");
		WatchSet watched = watch(new HandSource(List.of(pool), List.of()), new HandSource(List.of(pool), List.of()));
		assertThat(watched.pools()).hasSize(1);
	}

	@Test
	void poolsOfOneNameAreToldApart() {
		WatchSet watched = watch(
				new HandSource(List.of(new HandPool("a"), new HandPool("a"), new HandPool("a")), List.of()));
		assertThat(watched.pools()).extracting(WatchedPool::name).containsExactly("a", "a-2", "a-3");
	}

	@Test
	void poolsAndLoopsBeyondTheirNumberAreLeftOutAndCounted() {
		WatchSet watched = watch(new HandSource(pools(40), loops(70)));
		assertThat(watched.pools()).hasSize(32);
		assertThat(watched.omittedPools()).isEqualTo(8);
		assertThat(watched.loops()).hasSize(64);
		assertThat(watched.omittedLoops()).isEqualTo(6);
	}

	@Test
	void allLoopsTogetherGetAtMost100ProbesASecond() {
		List<Loop> loops = loops(64);
		LatencyWatch watch = new LatencyWatch(
				new LatencySettings(Duration.ofMillis(10), Duration.ofMinutes(5), Duration.ofMinutes(15)),
				watch(new HandSource(List.of(), loops)), null, null, this.moment, this.problems::add);
		for (int i = 0; i < 100; i++) {
			watch.tick(0, this.moment.getAsLong());
			loops.forEach((loop) -> ((HandLoop) loop).runAll());
			this.moment.advanceMillis(10);
		}
		assertThat(loops.stream().mapToInt((loop) -> ((HandLoop) loop).sent).sum()).isEqualTo(100);
		assertThat(loops).allSatisfy((loop) -> assertThat(((HandLoop) loop).sent).isBetween(1, 2));
	}

	@Test
	void sourceThatFailsLeavesTheOthers() {
		WorkSource failing = new WorkSource() {

			@Override
			public List<Pool> pools() {
				throw new IllegalStateException("no server");
			}

		};
		WatchSet watched = watch(failing, new HandSource(pools(1), List.of()));
		assertThat(watched.pools()).hasSize(1);
		assertThat(this.problems)
			.containsExactly("Some thread pools are not watched: java.lang.IllegalStateException: no server");
	}

	private WatchSet watch(WorkSource... sources) {
		return WatchSet.of(List.of(sources), this.moment, this.moment, this.problems::add);
	}

	private static List<Pool> pools(int count) {
		return IntStream.range(0, count).<Pool>mapToObj((i) -> new HandPool("pool-" + i)).toList();
	}

	private static List<Loop> loops(int count) {
		return IntStream.range(0, count).<Loop>mapToObj((i) -> new HandLoop("loop-" + i)).toList();
	}

}
