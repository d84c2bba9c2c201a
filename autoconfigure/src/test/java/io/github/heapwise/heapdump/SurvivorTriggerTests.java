package io.github.heapwise.heapdump;

import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.jvm.Survivors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Tests for {@link SurvivorTrigger}.
 */
class SurvivorTriggerTests {

	private static final long MIB = 1 << 20;

	private final RecordedDumps dumps = new RecordedDumps();

	private final SurvivorReports reports = new SurvivorReports();

	private final TriggerRequests requests = new TriggerRequests(this.dumps, (sentence) -> fail(sentence),
			System::nanoTime);

	@Test
	void heapMustBeFullOftenEnoughInARow() {
		start(0.9, null, null);
		collected(91, 0, null);
		collected(89, 0, null);
		collected(95, 0, null);
		assertThat(this.dumps.orders).isEmpty();
		collected(90, 0, null);
		assertThat(this.dumps.orders).containsExactly(new DumpOrder(DumpTrigger.THRESHOLD,
				"90.0 % of the heap left, collection no. 2 in a row above 90.0 %", false));
	}

	@Test
	void afterADumpCountingStartsOver() {
		start(0.9, null, null);
		for (int i = 0; i < 5; i++) {
			collected(99, 0, null);
		}
		assertThat(this.dumps.orders).hasSize(2);
	}

	@Test
	void oldGenerationIsJudgedByItsOwnLimit() {
		start(null, 0.8, null);
		collected(99, 39, null);
		collected(99, 41, null);
		collected(99, 42, null);
		assertThat(this.dumps.reasons())
			.containsExactly("84.0 % of the old generation left, collection no. 2 in a row above 80.0 %");
	}

	@Test
	void growthIsJudgedAtOnce() {
		start(null, null, 10 * MIB);
		collected(99, 49, null);
		collected(99, 49, 9.0 * MIB);
		assertThat(this.dumps.orders).isEmpty();
		collected(99, 49, 12.5 * MIB);
		assertThat(this.dumps.reasons())
			.containsExactly("What collections leave grows by 12.5 MiB an hour, limit 10.0 MiB");
	}

	@Test
	void heapWithoutALimitIsNeverFull() {
		start(0.1, 0.1, null);
		this.reports.report(new Survivors(100, -1, 50, -1, null));
		this.reports.report(new Survivors(100, -1, 50, -1, null));
		assertThat(this.dumps.orders).isEmpty();
	}

	@Test
	void closedTriggerIsToldNothing() {
		start(0.1, null, null).close();
		assertThat(this.reports.areAwaited()).isFalse();
	}

	private SurvivorTrigger start(@Nullable Double heapRatio, @Nullable Double oldRatio, @Nullable Long growth) {
		SurvivorTrigger trigger = new SurvivorTrigger(new ThresholdSettings(heapRatio, oldRatio, 2, growth, null, null),
				this.reports, this.requests);
		trigger.start();
		return trigger;
	}

	// of a heap of 100 with an old generation of 50
	private void collected(long heapBytes, long oldBytes, @Nullable Double growthBytesPerHour) {
		this.reports.report(new Survivors(heapBytes, 100, oldBytes, 50, growthBytesPerHour));
	}

}
