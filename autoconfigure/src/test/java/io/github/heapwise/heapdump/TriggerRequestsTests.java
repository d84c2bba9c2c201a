package io.github.heapwise.heapdump;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.heapwise.heapdump.HeapDumpRefusedException.Cause;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TriggerRequests}.
 */
class TriggerRequestsTests {

	private final RecordedDumps dumps = new RecordedDumps();

	private final List<String> log = new ArrayList<>();

	private final AtomicLong nanoTime = new AtomicLong();

	private final TriggerRequests requests = new TriggerRequests(this.dumps, this.log::add, this.nanoTime::get);

	@Test
	void askShouldOrderADumpOfEverything() {
		this.requests.ask(DumpTrigger.SCHEDULE, "planned");
		assertThat(this.dumps.orders).containsExactly(new DumpOrder(DumpTrigger.SCHEDULE, "planned", false));
		assertThat(this.log).isEmpty();
	}

	@Test
	void refusalIsSaidOnceAndNobodyIsAskedUntilItMakesSense() {
		this.dumps.failure = new HeapDumpRefusedException(Cause.BUSY, "Heap dump not started: too soon",
				Duration.ofMinutes(10));
		ask(100);
		pass(Duration.ofMinutes(10));
		ask(100);
		assertThat(this.dumps.calls).hasValue(2);
		assertThat(this.log)
			.containsExactly("Heap dump not started: too soon. Trigger 'threshold' waits 10m; this is said once");
	}

	@Test
	void refusalWithoutATimeIsForgottenAfterSomeMinutes() {
		this.dumps.failure = new HeapDumpRefusedException(Cause.RESOURCES, "Heap dump not started: disk full", null);
		ask(1);
		pass(Duration.ofMinutes(5));
		this.dumps.failure = null;
		ask(1);
		assertThat(this.dumps.orders).hasSize(1);
	}

	@Test
	void otherCauseIsSaidToo() {
		this.dumps.failure = new HeapDumpRefusedException(Cause.RESOURCES, "Heap dump not started: disk full", null);
		ask(1);
		pass(Duration.ofMinutes(5));
		this.dumps.failure = new HeapDumpRefusedException(Cause.UNAVAILABLE, "Heap dump not started: no directory",
				null);
		ask(1);
		assertThat(this.log).hasSize(2);
	}

	@Test
	void refusalAfterADumpIsSaidAgain() {
		HeapDumpRefusedException refusal = new HeapDumpRefusedException(Cause.BUSY, "Heap dump not started: too soon",
				Duration.ofMinutes(10));
		this.dumps.failure = refusal;
		ask(1);
		pass(Duration.ofMinutes(10));
		this.dumps.failure = null;
		ask(1);
		this.dumps.failure = refusal;
		ask(1);
		assertThat(this.log).hasSize(2);
	}

	@Test
	void refusalOfOneTriggerDoesNotHoldUpAnother() {
		this.dumps.failure = new HeapDumpRefusedException(Cause.BUSY, "Heap dump not started: too soon",
				Duration.ofMinutes(10));
		ask(1);
		this.dumps.failure = null;
		this.requests.ask(DumpTrigger.SIGNAL, "other");
		assertThat(this.dumps.reasons()).containsExactly("other");
	}

	@Test
	void failureNeverReachesWhoAsks() {
		this.dumps.failure = new IllegalStateException("broken");
		ask(2);
		assertThat(this.log).containsExactly("Heap dump not started (java.lang.IllegalStateException: broken)."
				+ " Trigger 'threshold' waits 5m; this is said once");
	}

	private void ask(int times) {
		for (int i = 0; i < times; i++) {
			this.requests.ask(DumpTrigger.THRESHOLD, "full");
		}
	}

	private void pass(Duration time) {
		this.nanoTime.addAndGet(time.toNanos());
	}

}
