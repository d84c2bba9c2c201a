package io.github.heapwise.latency;

import java.time.Duration;

import io.github.heapwise.histogram.SliceRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchedLoop}.
 */
class WatchedLoopTests {

	private static final long TEN_MILLIS = Duration.ofMillis(10).toNanos();

	private final Moment moment = new Moment();

	private final HandLoop loop = new HandLoop("loop");

	private final WatchedLoop watched = new WatchedLoop("loop", this.loop, TEN_MILLIS, this.moment, this.moment);

	@Test
	void freeLoopHasNoDelayAndNoBlockage() {
		tick(100);
		assertThat(this.watched.read(SliceRange.ALL).delay().count()).isEqualTo(99);
		assertThat(this.watched.read(SliceRange.ALL).delay().max()).isEqualTo(1);
		assertThat(this.watched.read(SliceRange.ALL).longest()).isNull();
	}

	@Test
	void loopWithoutAThreadDoesNotGetOne() {
		this.loop.hasThread = false;
		tick(100);
		assertThat(this.loop.sent).isZero();
		assertThat(this.watched.read(SliceRange.ALL).thread()).isNull();
	}

	@Test
	void blockageIsToldWithItsStackWhileItLasts() {
		this.loop.blocked = true;
		tick(21);
		Blockage longest = this.watched.read(SliceRange.ALL).longest();
		assertThat(longest.durationNanos()).isEqualTo(200_000_000);
		assertThat(longest.time()).isEqualTo(this.moment.instant().minusMillis(210));
		assertThat(longest.stack()).containsExactly("Shop.block3");
		assertThat(this.watched.read(SliceRange.ALL).pending()).isZero();
	}

	@Test
	void blockageIsKeptOnceItIsOver() {
		this.loop.blocked = true;
		tick(10);
		this.loop.release();
		tick(10);
		assertThat(this.watched.read(SliceRange.ALL).longest().durationNanos()).isEqualTo(100_000_000);
		assertThat(this.watched.read(SliceRange.ALL).longest().stack()).containsExactly("Shop.block1");
	}

	@Test
	void shorterBlockageDoesNotReplaceALongerOne() {
		for (int ticks : new int[] { 30, 10 }) {
			this.loop.blocked = true;
			tick(ticks);
			this.loop.release();
			tick(1);
		}
		assertThat(this.watched.read(SliceRange.ALL).longest().durationNanos()).isEqualTo(300_000_000);
	}

	@Test
	void blockageLeavesTheWindow() {
		this.loop.blocked = true;
		tick(10);
		this.loop.release();
		tick(1);
		this.watched.endSlices(LatencySettings.SLICES);
		assertThat(this.watched.read(SliceRange.ALL).longest()).isNotNull();
		this.watched.endSlices(1);
		assertThat(this.watched.read(SliceRange.ALL).longest()).isNull();
		assertThat(this.watched.read(SliceRange.ALL).delay().count()).isZero();
	}

	@Test
	void shortDelayTakesNoStack() {
		this.loop.blocked = true;
		tick(4);
		this.loop.release();
		tick(1);
		assertThat(this.loop.stacksTaken).isZero();
		assertThat(this.watched.read(SliceRange.ALL).longest()).isNull();
	}

	@Test
	void aMinuteOfBlockageTakesAHandfulOfStacks() {
		this.loop.blocked = true;
		tick(6000);
		assertThat(this.loop.stacksTaken).isEqualTo(11);
	}

	@Test
	void blockageCountsAsOftenAsItWouldHaveBeenMet() {
		this.loop.blocked = true;
		tick(20);
		this.loop.release();
		tick(1);
		assertThat(this.watched.read(SliceRange.ALL).delay().count()).isEqualTo(20);
		assertThat(this.watched.read(SliceRange.ALL).delay().max()).isEqualTo(200_000_000);
	}

	@Test
	void timeThatATaskIsOverdueIsUtilization() {
		this.loop.blocked = true;
		tick(26);
		this.loop.release();
		tick(75);
		this.watched.endSecond(new RowWriter(3));
		assertThat(this.watched.read(SliceRange.ALL).utilization()).isGreaterThanOrEqualTo(0.26);
		assertThat(this.watched.read(SliceRange.ALL).thread()).isEqualTo("hand");
	}

	private void tick(int times) {
		for (int i = 0; i < times; i++) {
			this.watched.tick(this.moment.getAsLong(), true);
			this.loop.runAll();
			this.moment.advanceMillis(10);
		}
	}

}
