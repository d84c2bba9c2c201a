package io.github.heapwise.heapdump;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link TriggerBudget}.
 */
class TriggerBudgetTests {

	// close to where the JVM's clock overflows
	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1000);

	private final TriggerBudget budget = new TriggerBudget(Duration.ofMinutes(15), 2, this.nanoTime::get);

	@Test
	void takeWithinTheCooldownShouldRefuseWithTheTimeLeft() {
		this.budget.take(DumpTrigger.SIGNAL);
		pass(Duration.ofSeconds(30));
		assertRefused(DumpTrigger.SIGNAL, Duration.ofSeconds(870),
				"Heap dump not started: the last one of trigger 'signal' was 30s ago, at least 15m must lie between"
						+ " two. Wait, or lower 'heapwise.heapdump.cooldown'");
		pass(Duration.ofSeconds(870));
		assertThatNoException().isThrownBy(() -> this.budget.take(DumpTrigger.SIGNAL));
	}

	@Test
	void takeBeyondTheDailyLimitShouldRefuseUntilTheFirstIsADayOld() {
		this.budget.take(DumpTrigger.THRESHOLD);
		pass(Duration.ofHours(1));
		this.budget.take(DumpTrigger.THRESHOLD);
		pass(Duration.ofHours(1));
		assertRefused(DumpTrigger.THRESHOLD, Duration.ofHours(22),
				"Heap dump not started: trigger 'threshold' had 2 of 2 in 24 hours, the next is possible in 22h."
						+ " Wait, or raise 'heapwise.heapdump.daily-limit'");
		pass(Duration.ofHours(22));
		this.budget.take(DumpTrigger.THRESHOLD);
		pass(Duration.ofMinutes(15));
		assertRefused(DumpTrigger.THRESHOLD, Duration.ofMinutes(45), "had 2 of 2");
	}

	@Test
	void triggersDoNotShareABudget() {
		this.budget.take(DumpTrigger.SIGNAL);
		assertThatNoException().isThrownBy(() -> this.budget.take(DumpTrigger.HTTP));
	}

	@Test
	void whatWasGivenBackIsThereAgain() {
		this.budget.take(DumpTrigger.API);
		this.budget.giveBack(DumpTrigger.API);
		assertThatNoException().isThrownBy(() -> this.budget.take(DumpTrigger.API));
	}

	@Test
	void dumpsOfEarlierRunsCountForADay() {
		this.budget.remember(DumpTrigger.HTTP, Duration.ofHours(24));
		this.budget.remember(DumpTrigger.HTTP, Duration.ofHours(23));
		this.budget.remember(DumpTrigger.HTTP, Duration.ofHours(1));
		assertRefused(DumpTrigger.HTTP, Duration.ofHours(1), "had 2 of 2");
	}

	@Test
	void moreEarlierDumpsThanAllowedDoNotPileUp() {
		this.budget.remember(DumpTrigger.HTTP, Duration.ofHours(9));
		this.budget.remember(DumpTrigger.HTTP, Duration.ofHours(8));
		this.budget.remember(DumpTrigger.HTTP, Duration.ofHours(7));
		assertRefused(DumpTrigger.HTTP, Duration.ofHours(16), "had 2 of 2");
	}

	private void pass(Duration time) {
		this.nanoTime.addAndGet(time.toNanos());
	}

	private void assertRefused(DumpTrigger trigger, Duration retryAfter, String message) {
		assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> this.budget.take(trigger))
			.withMessageContaining(message)
			.matches((ex) -> ex.kind() == Cause.BUSY)
			.extracting(HeapDumpRefusedException::retryAfter)
			.isEqualTo(retryAfter);
	}

}
