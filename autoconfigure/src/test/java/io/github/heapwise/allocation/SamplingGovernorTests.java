package io.github.heapwise.allocation;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.github.heapwise.allocation.SamplingGovernor.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link SamplingGovernor}, a second a tick, an event for 10 us, the budget 1 %
 * of a core: that pays for 1000 events a second.
 */
class SamplingGovernorTests {

	private static final int FREE = 0;

	private static final int CHEAP = 400;

	private static final int FAIR = 900;

	private static final int EXPENSIVE = 1100;

	private final SamplingGovernor governor = new SamplingGovernor(0.01, new EventCost(0, 1000));

	private boolean toggleForbidden;

	@Test
	void everythingIsRecordedAtFirst() {
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.ALL);
		assertThat(this.governor.cpuRatio()).isZero();
		assertThat(this.governor.eventsPerSecond()).isZero();
	}

	@Test
	void everythingStaysRecordedWithinTheBudget() {
		assertThat(after(600, FAIR)).isEqualTo(SamplingMode.ALL);
		assertThat(this.governor.cpuRatio()).isCloseTo(0.009, within(1e-9));
		assertThat(this.governor.eventsPerSecond()).isCloseTo(900, within(1e-9));
	}

	@Test
	void stacksAreTakenInSlicesAboveTheBudget() {
		assertThat(secondsUntilChange(EXPENSIVE)).isEqualTo(5);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.SLICED);
	}

	@Test
	void oneSecondAboveTheBudgetIsNoReason() {
		after(9, FAIR);
		assertThat(after(1, 1500)).isEqualTo(SamplingMode.ALL);
		assertThat(after(10, FAIR)).isEqualTo(SamplingMode.ALL);
	}

	@Test
	void firstSecondAboveTheBudgetIsNoReasonEither() {
		assertThat(after(1, 1500)).isEqualTo(SamplingMode.ALL);
		assertThat(after(10, FREE)).isEqualTo(SamplingMode.ALL);
	}

	@Test
	void throttledSamplesReplaceSlicesWhereTogglingIsForbidden() {
		this.toggleForbidden = true;
		assertThat(secondsUntilChange(EXPENSIVE)).isEqualTo(5);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.THROTTLED);
	}

	@Test
	void slicingEndsWhenTogglingBecomesForbidden() {
		goSliced();
		this.toggleForbidden = true;
		assertThat(afterStackless(1, EXPENSIVE)).isEqualTo(SamplingMode.THROTTLED);
	}

	@Test
	void everythingIsRecordedAgainAfterThirtyCalmSeconds() {
		goSliced();
		assertThat(afterStackless(29, CHEAP)).isEqualTo(SamplingMode.SLICED);
		assertThat(afterStackless(1, CHEAP)).isEqualTo(SamplingMode.ALL);
	}

	@Test
	void calmIsHalfTheBudgetOfWhatAllStacksWouldCost() {
		goSliced();
		assertThat(afterStackless(120, 600)).isEqualTo(SamplingMode.SLICED);
	}

	@Test
	void calmIsReachedWithoutABreak() {
		goSliced();
		afterStackless(29, CHEAP);
		assertThat(afterStackless(1, 600)).isEqualTo(SamplingMode.SLICED);
		assertThat(afterStackless(29, CHEAP)).isEqualTo(SamplingMode.SLICED);
		assertThat(afterStackless(1, CHEAP)).isEqualTo(SamplingMode.ALL);
	}

	@Test
	void modesGetCheaperWhileEachIsTooExpensive() {
		goSliced();
		assertThat(after(4, EXPENSIVE)).isEqualTo(SamplingMode.SLICED);
		assertThat(after(1, EXPENSIVE)).isEqualTo(SamplingMode.ALL_SLICED);
		assertThat(after(4, EXPENSIVE)).isEqualTo(SamplingMode.ALL_SLICED);
		assertThat(after(1, EXPENSIVE)).isEqualTo(SamplingMode.THROTTLED);
	}

	@Test
	void betterModeIsTriedAgainAfterPatience() {
		goSliced();
		secondsUntilChange(EXPENSIVE);
		secondsUntilChange(EXPENSIVE);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.THROTTLED);
		assertThat(secondsUntilChange(FREE)).isEqualTo(480);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.SLICED);
	}

	@Test
	void everythingIsTriedAgainWhereTogglingIsForbidden() {
		this.toggleForbidden = true;
		secondsUntilChange(EXPENSIVE);
		secondsUntilChange(FREE);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.ALL);
		assertThat(after(300, FREE)).isEqualTo(SamplingMode.ALL);
	}

	@Test
	void patienceDoublesWithEveryFailedTryUpToTenMinutes() {
		this.toggleForbidden = true;
		secondsUntilChange(EXPENSIVE);
		int[] patience = new int[6];
		for (int i = 0; i < patience.length; i++) {
			patience[i] = secondsUntilChange(FREE);
			secondsUntilChange(EXPENSIVE);
			assertThat(this.governor.mode()).isEqualTo(SamplingMode.THROTTLED);
		}
		assertThat(patience).containsExactly(120, 240, 480, 600, 600, 600);
	}

	@Test
	void patienceIsAsAtFirstAfterATryThatHeld() {
		this.toggleForbidden = true;
		secondsUntilChange(EXPENSIVE);
		secondsUntilChange(FREE);
		secondsUntilChange(EXPENSIVE);
		assertThat(secondsUntilChange(FREE)).isEqualTo(240);
		after(120, FREE);
		secondsUntilChange(EXPENSIVE);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.THROTTLED);
		assertThat(secondsUntilChange(FREE)).isEqualTo(60);
	}

	@Test
	void slicesOfSomeStacksAreTriedAgainAfterSlicesOfAll() {
		goSliced();
		secondsUntilChange(EXPENSIVE);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.ALL_SLICED);
		assertThat(secondsUntilChange(600)).isEqualTo(240);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.SLICED);
	}

	@Test
	void ownThreadsCountOnceTheirCodeIsCompiled() {
		for (int second = 0; second < 30; second++) {
			assertThat(tick(CHEAP, true, 20_000_000)).isEqualTo(SamplingMode.ALL);
		}
		assertThat(tick(CHEAP, true, 20_000_000)).isEqualTo(SamplingMode.SLICED);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void slicesAreNeverChosenWhereTogglingIsForbidden(long seed) {
		Random random = new Random(seed);
		for (int second = 0; second < 20_000; second++) {
			this.toggleForbidden = random.nextInt(100) < 30;
			SamplingMode mode = tick(random.nextInt(2500), random.nextBoolean(), random.nextInt(10_000_000));
			assertThat(this.toggleForbidden && mode.isSliced()).as("seed %d, second %d: %s", seed, second, mode)
				.isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void costStaysNearTheBudgetUnderAnyLoad(long seed) {
		Random random = new Random(seed);
		double nanos = 0;
		int seconds = 20_000;
		int load = 0;
		for (int second = 0; second < seconds; second++) {
			load = (second % 60 == 0) ? random.nextInt(3000) : load;
			int withStack = switch (this.governor.mode()) {
				case ALL -> load;
				case SLICED -> load / 5;
				case ALL_SLICED -> load / 10;
				case THROTTLED -> Math.min(load, 150);
			};
			nanos += withStack * 10_000.0;
			this.governor.next(new Tick(TimeUnit.SECONDS.toNanos(1),
					new EventCounts(withStack, withStack * 10L, load - withStack), 0, false));
		}
		assertThat(nanos / 1e9 / seconds).as("seed %d: ratio of a core", seed).isLessThan(0.01);
	}

	private void goSliced() {
		secondsUntilChange(EXPENSIVE);
		assertThat(this.governor.mode()).isEqualTo(SamplingMode.SLICED);
	}

	private int secondsUntilChange(int eventsPerSecond) {
		SamplingMode before = this.governor.mode();
		for (int second = 1; second <= 3600; second++) {
			if (tick(eventsPerSecond, true, 0) != before) {
				return second;
			}
		}
		throw new AssertionError("Still " + before + " after an hour");
	}

	private SamplingMode after(int seconds, int eventsPerSecond) {
		for (int second = 0; second < seconds; second++) {
			tick(eventsPerSecond, true, 0);
		}
		return this.governor.mode();
	}

	private SamplingMode afterStackless(int seconds, int eventsPerSecond) {
		for (int second = 0; second < seconds; second++) {
			tick(eventsPerSecond, false, 0);
		}
		return this.governor.mode();
	}

	// One event in ten has a stack where stacks are taken in slices.
	private SamplingMode tick(int events, boolean stacks, long ownCpuNanos) {
		long withStack = stacks ? events : events / 10;
		return this.governor.next(new Tick(TimeUnit.SECONDS.toNanos(1),
				new EventCounts(withStack, withStack * 10, events - withStack), ownCpuNanos, this.toggleForbidden));
	}

}
