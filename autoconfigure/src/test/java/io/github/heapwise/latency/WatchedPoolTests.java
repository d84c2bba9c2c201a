package io.github.heapwise.latency;

import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.histogram.SliceRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchedPool}.
 */
class WatchedPoolTests {

	private final Moment moment = new Moment();

	private final List<String> problems = new ArrayList<>();

	private final HandPool pool = new HandPool("pool");

	private final WatchedPool watched = new WatchedPool("pool", this.pool, this.moment, this.problems::add);

	@Test
	void taskThatStartsAtOnceHasNoDelay() {
		this.watched.tick(this.moment.getAsLong(), true);
		this.pool.startNext();
		this.moment.advanceMillis(100);
		tick();
		assertThat(this.watched.read(SliceRange.ALL).startDelay().count()).isEqualTo(1);
		assertThat(this.watched.read(SliceRange.ALL).startDelay().max()).isEqualTo(1);
	}

	@Test
	void delayIsTheTimeUntilTheTaskWasStartedNotUntilThatWasSeen() {
		this.watched.tick(this.moment.getAsLong(), true);
		this.moment.advanceMillis(30);
		this.pool.startNext();
		this.moment.advanceMillis(70);
		this.watched.tick(this.moment.getAsLong(), true);
		assertThat(this.watched.read(SliceRange.ALL).startDelay().max()).isEqualTo(30_000_000);
	}

	@Test
	void onlyOneTaskIsUnderWay() {
		tick(20);
		assertThat(this.pool.sent).isEqualTo(1);
		assertThat(this.pool.queue).hasSize(1);
	}

	@Test
	void stuckPoolShowsHowLongItIsStuckBeforeThatEnds() {
		tick(101);
		assertThat(this.watched.read(SliceRange.ALL).startDelay().max()).isEqualTo(10_000_000_000L);
		assertThat(this.watched.read(SliceRange.ALL).startDelay().count()).isEqualTo(100);
	}

	@Test
	void waitIsCountedAsOftenAsItWouldHaveBeenMet() {
		tick(101);
		this.pool.startNext();
		tick();
		assertThat(this.watched.read(SliceRange.ALL).startDelay().count()).isEqualTo(101);
		assertThat(this.watched.read(SliceRange.ALL).startDelay().p50()).isBetween(4_900_000_000L, 5_200_000_000L);
	}

	@Test
	void taskOfOursIsNotToldAsQueued() {
		tick();
		this.pool.queue.add(() -> {
		});
		assertThat(this.watched.read(SliceRange.ALL).queued()).isEqualTo(1);
	}

	@Test
	void idlePoolIsLeftAlone() {
		this.pool.active = 0;
		tick(20);
		assertThat(this.pool.sent).isZero();
		assertThat(this.watched.read(SliceRange.ALL).utilization()).isZero();
	}

	@Test
	void poolWithoutRoomIsLeftAlone() {
		this.pool.room = false;
		tick(20);
		assertThat(this.pool.sent).isZero();
	}

	@Test
	void rejectionMeasuresNothing() {
		this.pool.rejects = true;
		tick(20);
		assertThat(this.pool.sent).isEqualTo(20);
		assertThat(this.watched.read(SliceRange.ALL).startDelay().count()).isZero();
	}

	@Test
	void poolThatFailsWithOurTasksIsWatchedWithoutThem() {
		this.pool.failureOfTasks = new ClassCastException("no OrderTask");
		tick(20);
		assertThat(this.pool.sent).isEqualTo(1);
		assertThat(this.watched.isGone()).isFalse();
		assertThat(this.watched.read(SliceRange.ALL).startDelay().count()).isZero();
		assertThat(this.watched.read(SliceRange.ALL).utilization()).isEqualTo(0.25);
		assertThat(this.problems).containsExactly(
				"How long tasks wait in 'pool' is not measured:" + " java.lang.ClassCastException: no OrderTask");
	}

	@Test
	void taskThatThePoolHadUsRunMeasuresNothing() {
		this.pool.callerRuns = true;
		tick(20);
		assertThat(this.watched.read(SliceRange.ALL).startDelay().count()).isZero();
	}

	@Test
	void taskThatWasThrownAwayIsGivenUpOnceThePoolIsIdle() {
		tick();
		this.pool.queue.clear();
		this.pool.active = 0;
		tick(5);
		long counted = this.watched.read(SliceRange.ALL).startDelay().count();
		tick(20);
		assertThat(this.watched.read(SliceRange.ALL).startDelay().count()).isEqualTo(counted);
		this.pool.active = 1;
		tick();
		assertThat(this.pool.sent).isEqualTo(2);
	}

	@Test
	void utilizationIsTheMeanOfWhatWasSeen() {
		this.pool.active = 4;
		tick(1);
		this.pool.active = 1;
		tick(3);
		assertThat(this.watched.read(SliceRange.ALL).utilization()).isEqualTo((1 + 3 * 0.25) / 4);
	}

	@Test
	void poolThatWasShutDownIsGone() {
		this.pool.shutdown = true;
		tick();
		assertThat(this.watched.isGone()).isTrue();
		assertThat(this.pool.sent).isZero();
	}

	private void tick() {
		tick(1);
	}

	private void tick(int times) {
		for (int i = 0; i < times; i++) {
			this.watched.tick(this.moment.getAsLong(), true);
			this.moment.advanceMillis(100);
		}
	}

}
