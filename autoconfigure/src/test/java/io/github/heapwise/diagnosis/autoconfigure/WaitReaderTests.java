package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.WaitSignals;
import io.github.heapwise.diagnosis.WaitSignals.Blocked;
import io.github.heapwise.diagnosis.WaitSignals.LoopWait;
import io.github.heapwise.diagnosis.WaitSignals.PoolWait;
import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.latency.Blockage;
import io.github.heapwise.latency.Latency;
import io.github.heapwise.latency.LoopLatency;
import io.github.heapwise.latency.Pinned;
import io.github.heapwise.latency.PoolKind;
import io.github.heapwise.latency.WorkerLatency;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WaitReader}.
 */
class WaitReaderTests {

	private static final Instant NOW = Instant.parse("2026-01-31T10:15:00Z");

	private static final TimeSpan WINDOW = new TimeSpan(NOW.minusSeconds(120), NOW);

	private static final Distribution DELAY = new Distribution(10, 5, 900, 100, 0, 1000, 60, 70, 80, 90, 95, 99, 0);

	private static final Blockage BLOCKAGE = new Blockage(700, NOW, List.of("Cart.sleep", "Cart.add"));

	private final Columns columns = new Columns(
			List.of("time", "stall.maxNanos", "workers.tomcat.maxNanos", "eventLoops.netty.maxNanos"),
			new Number[][] { { NOW.minusSeconds(200).toEpochMilli(), 1L, 1L, 1L },
					{ NOW.minusSeconds(1).toEpochMilli(), 2_000_000L, 3_000_000L, 4_000_000L } });

	@Test
	void poolsAndLoopsAreToldWithTheirSecondsInTheWindow() {
		WaitSignals waits = signals(pool(PoolKind.TOMCAT, null));
		assertThat(waits.stallMedianNanos()).isEqualTo(60);
		assertThat(waits.stallMaxNanos()).isEqualTo(900);
		assertThat(waits.stalls()).isEqualTo(10);
		assertThat(waits.stallMillis().values()).containsExactly(2.0);
		PoolWait pool = waits.pools().get(0);
		assertThat(pool).usingRecursiveComparison()
			.ignoringFields("waitMillis")
			.isEqualTo(new PoolWait("tomcat", 8, 3, 0.5, 60, 95, 10, Series.EMPTY));
		assertThat(pool.waitMillis().values()).containsExactly(3.0);
		LoopWait loop = waits.loops().get(0);
		assertThat(loop.longest()).isEqualTo(new Blocked(1, 700, List.of("Cart.sleep", "Cart.add")));
		assertThat(loop.maxNanos()).isEqualTo(900);
		assertThat(loop.delayMillis().values()).containsExactly(4.0);
	}

	@Test
	void pinnedThreadsAreKnownWhereFlightRecorderTells() {
		assertThat(signals(pool(PoolKind.TOMCAT, null)).pinned()).isNull();
		assertThat(signals(pool(PoolKind.VIRTUAL, new Pinned(0, null, "No Flight Recorder"))).pinned()).isNull();
		assertThat(signals(pool(PoolKind.VIRTUAL, new Pinned(0, null, null))).pinned())
			.isEqualTo(new Blocked(0, 0, List.of()));
		assertThat(signals(pool(PoolKind.VIRTUAL, new Pinned(5, BLOCKAGE, null))).pinned())
			.isEqualTo(new Blocked(5, 700, BLOCKAGE.stack()));
	}

	@Test
	void withoutAMonitorNothingIsKnown() {
		assertThat(WaitReader.read(null, WaitReader.columns(null), WINDOW, WINDOW)).isSameAs(WaitReader.NONE);
	}

	private WaitSignals signals(WorkerLatency pool) {
		LoopLatency loop = new LoopLatency("netty", "netty-1", 0, 0.1, DELAY, BLOCKAGE);
		return WaitReader.signals(
				new Latency(NOW, Duration.ofMinutes(5), null, "Not asked", DELAY, List.of(pool), 0, List.of(loop), 0),
				this.columns, WINDOW);
	}

	private static WorkerLatency pool(PoolKind kind, Pinned pinned) {
		return new WorkerLatency("tomcat", kind, 4, 8, 3, 0.5, DELAY, pinned);
	}

}
