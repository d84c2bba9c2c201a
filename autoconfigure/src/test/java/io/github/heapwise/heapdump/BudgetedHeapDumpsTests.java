package io.github.heapwise.heapdump;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import io.github.heapwise.test.SettableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BudgetedHeapDumps}.
 */
class BudgetedHeapDumpsTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

	private final RecordedDumps taken = new RecordedDumps();

	private final AtomicLong nanoTime = new AtomicLong();

	private final SettableClock clock = new SettableClock(NOW);

	private final BudgetedHeapDumps dumps = new BudgetedHeapDumps(this.taken,
			new TriggerBudget(Duration.ofMinutes(15), 4, this.nanoTime::get), this.clock);

	@Test
	void requestIsPassedOnAsItIs() {
		DumpOrder order = new DumpOrder(DumpTrigger.HTTP, "why", true);
		assertThat(this.dumps.request(order).trigger()).isEqualTo(DumpTrigger.HTTP);
		assertThat(this.taken.orders).containsExactly(order);
	}

	@Test
	void secondRequestOfATriggerShouldBeRefusedUnasked() {
		this.dumps.request("first");
		assertRefused(DumpTrigger.API);
		assertThat(this.taken.calls).hasValue(1);
	}

	@Test
	void requestThatIsRefusedBelowUsesNoBudget() {
		this.taken.failure = new HeapDumpRefusedException(Cause.RESOURCES, "disk full", null);
		assertThatExceptionOfType(HeapDumpRefusedException.class).isThrownBy(() -> this.dumps.request("first"))
			.withMessage("disk full");
		this.taken.failure = null;
		this.dumps.request("second");
		assertThat(this.taken.reasons()).containsExactly("second");
	}

	@Test
	void dumpsThatWereThereBeforeTheStartCount() {
		this.taken.earlier.add(RecordedDumps.dump(DumpTrigger.SIGNAL, NOW.minusSeconds(60)));
		this.taken.earlier.add(RecordedDumps.dump(DumpTrigger.HTTP, NOW.minusSeconds(3600)));
		assertRefused(DumpTrigger.SIGNAL);
		this.dumps.request(new DumpOrder(DumpTrigger.HTTP, null, false));
		assertThat(this.taken.orders).hasSize(1);
	}

	@Test
	void dumpOfTheFutureCountsAsOneOfNow() {
		this.taken.earlier.add(RecordedDumps.dump(DumpTrigger.API, NOW.plus(Duration.ofDays(300))));
		assertRefused(DumpTrigger.API);
		this.nanoTime.addAndGet(Duration.ofMinutes(15).toNanos());
		this.dumps.request("later");
		assertThat(this.taken.reasons()).containsExactly("later");
	}

	@Test
	void settingTheClockForwardGainsNothing() {
		this.dumps.request("first");
		this.clock.advance(Duration.ofDays(2));
		assertRefused(DumpTrigger.API);
	}

	@Test
	void whatIsAlreadyThereIsPassedOn() {
		HeapDump dump = RecordedDumps.dump(DumpTrigger.API, NOW);
		this.taken.earlier.add(dump);
		assertThat(this.dumps.all()).isEqualTo(List.of(dump));
		assertThat(this.dumps.find("any")).hasValue(dump);
		assertThat(this.dumps.estimate(true)).isEqualTo(new DumpEstimate(1, 2, true));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.dumps.open("any", true))
			.withMessage("any true");
		assertThat(this.dumps.delete("any")).isTrue();
		assertThat(this.dumps.delete("any")).isFalse();
	}

	private void assertRefused(DumpTrigger trigger) {
		assertThatExceptionOfType(HeapDumpRefusedException.class)
			.isThrownBy(() -> this.dumps.request(new DumpOrder(trigger, "again", false)))
			.matches((ex) -> ex.kind() == Cause.BUSY && ex.retryAfter() != null);
	}

}
