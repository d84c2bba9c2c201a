package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import io.github.heapwise.jvm.SurvivorReports;
import io.github.heapwise.jvm.Survivors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.github.heapwise.test.ReadyContext.ownThreads;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DumpTriggers}.
 */
class DumpTriggersTests {

	private static final ThresholdSettings NO_THRESHOLD = new ThresholdSettings(null, null, 3, null, null, null);

	private static final ThresholdSettings FULL_HEAP = new ThresholdSettings(0.9, null, 1, null, null, null);

	private static final ThresholdSettings LARGE_PROCESS = new ThresholdSettings(null, null, 3, null, 0.99, null);

	private final RecordedDumps dumps = new RecordedDumps();

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final SurvivorReports survivors = new SurvivorReports();

	@Test
	void nothingRunsUnlessItIsSwitchedOn() {
		try (DumpTriggers triggers = start(NO_THRESHOLD, null, this.survivors)) {
			assertThat(dumpThreads()).isEmpty();
			assertThat(this.survivors.areAwaited()).isFalse();
		}
		assertThat(this.log).isEmpty();
	}

	@Test
	void scheduleShouldTakeADumpAtThePlannedTime() {
		Instant soon = Instant.now().plusMillis(200);
		try (DumpTriggers triggers = start(NO_THRESHOLD, (after) -> after.isBefore(soon) ? soon : null, null)) {
			triggers.start();
			assertThat(dumpThreads()).containsExactly("heapwise-dump-schedule");
			await(() -> assertThat(this.dumps.calls).hasValue(1));
			assertThat(Instant.now()).isAfterOrEqualTo(soon);
		}
		assertThat(this.dumps.orders)
			.containsExactly(new DumpOrder(DumpTrigger.SCHEDULE, "As planned by 'heapwise.heapdump.cron'", false));
		assertThat(dumpThreads()).isEmpty();
	}

	@Test
	void thresholdIsToldWhatCollectionsLeaveUntilItIsClosed() {
		DumpTriggers triggers = start(FULL_HEAP, null, this.survivors);
		this.survivors.report(new Survivors(95, 100, 0, 50, null));
		assertThat(this.dumps.reasons())
			.containsExactly("95.0 % of the heap left, collection no. 1 in a row above 90.0 %");
		triggers.close();
		assertThat(this.survivors.areAwaited()).isFalse();
	}

	@Test
	void thresholdWhereNobodyWatchesCollectionsShouldSayItHasNoEffect() {
		start(FULL_HEAP, null, null).close();
		assertThat(this.log)
			.containsExactly("'heapwise.heapdump.threshold' has no effect on what collections leave: nobody watches"
					+ " them. Remove 'heapwise.gc.enabled=false'");
	}

	@Test
	void whatTheSystemTellsIsWatchedOnAThread() {
		try (DumpTriggers triggers = start(LARGE_PROCESS, null, null)) {
			assertThat(dumpThreads()).containsExactly("heapwise-dump-threshold");
		}
		assertThat(dumpThreads()).isEmpty();
	}

	private DumpTriggers start(ThresholdSettings threshold, @Nullable UnaryOperator<@Nullable Instant> schedule,
			@Nullable SurvivorReports reports) {
		DumpTriggers triggers = new DumpTriggers(new TriggerSettings(threshold, schedule, null, false), this.dumps,
				reports, new NoTarget(), Clock.systemUTC(), this.log::add);
		triggers.start();
		return triggers;
	}

	private static List<String> dumpThreads() {
		return ownThreads().stream().filter((name) -> name.startsWith("heapwise-dump-")).toList();
	}

	private static void await(org.awaitility.core.ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
	}

	private static final class NoTarget implements OutOfMemoryTarget {

		@Override
		public Path prepare() {
			throw new IllegalStateException("not wanted");
		}

		@Override
		public void withdraw() {
			throw new IllegalStateException("not wanted");
		}

	}

}
