package io.github.heapwise.diagnosis.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.github.heapwise.diagnosis.Series;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.WaitSignals;
import io.github.heapwise.diagnosis.WaitSignals.Blocked;
import io.github.heapwise.diagnosis.WaitSignals.LoopWait;
import io.github.heapwise.diagnosis.WaitSignals.PoolWait;
import io.github.heapwise.latency.Blockage;
import io.github.heapwise.latency.Latency;
import io.github.heapwise.latency.LatencyMonitor;
import io.github.heapwise.latency.LatencyRows;
import io.github.heapwise.latency.LoopLatency;
import io.github.heapwise.latency.Pinned;
import io.github.heapwise.latency.WorkerLatency;
import org.jspecify.annotations.Nullable;

/**
 * Reads who waits in the time that is judged: series by its seconds, all else by the
 * slices, thirtieths of the window of latencies, whose middle lies in it.
 */
final class WaitReader {

	static final WaitSignals NONE = new WaitSignals(0, 0, 0, Series.EMPTY, List.of(), List.of(), null);

	private static final double MILLIS_OF_NANO = 1e-6;

	private static final int ROWS = 600;

	private WaitReader() {
	}

	/**
	 * Return the seconds of the last ten minutes.
	 * @param monitor where they come from
	 * @return their columns
	 */
	static Columns columns(@Nullable LatencyMonitor monitor) {
		if (monitor == null) {
			return Columns.NONE;
		}
		LatencyRows rows = monitor.rows(Math.max(0, monitor.nextRow() - ROWS));
		return new Columns(rows.columns(), rows.rows());
	}

	static WaitSignals read(@Nullable LatencyMonitor monitor, Columns columns, TimeSpan window, TimeSpan judged) {
		return (monitor != null) ? signals(monitor.read(judged.from(), judged.to()), columns, window) : NONE;
	}

	static WaitSignals signals(Latency latency, Columns columns, TimeSpan window) {
		return new WaitSignals(latency.stall().p50(), latency.stall().max(), latency.stall().count(),
				millis(columns, "stall", window),
				latency.workers().stream().map((pool) -> pool(pool, columns, window)).toList(),
				latency.loops().stream().map((loop) -> loop(loop, columns, window)).toList(), pinned(latency));
	}

	private static PoolWait pool(WorkerLatency pool, Columns columns, TimeSpan window) {
		return new PoolWait(pool.name(), pool.max(), pool.queued(), pool.utilization(), pool.startDelay().p50(),
				pool.startDelay().p99(), pool.startDelay().count(), millis(columns, "workers." + pool.name(), window));
	}

	private static LoopWait loop(LoopLatency loop, Columns columns, TimeSpan window) {
		Blockage longest = loop.longest();
		return new LoopWait(loop.name(), loop.delay().p99(), loop.delay().max(),
				(longest != null) ? blocked(1, longest) : null, millis(columns, "eventLoops." + loop.name(), window));
	}

	private static @Nullable Blocked pinned(Latency latency) {
		return latency.workers()
			.stream()
			.map(WorkerLatency::pinned)
			.filter(Objects::nonNull)
			.filter((pinned) -> pinned.unavailableReason() == null)
			.map(WaitReader::blocked)
			.findFirst()
			.orElse(null);
	}

	private static Blocked blocked(Pinned pinned) {
		Blockage longest = pinned.longest();
		return (longest != null) ? blocked(pinned.count(), longest) : new Blocked(pinned.count(), 0, List.of());
	}

	private static Blocked blocked(long count, Blockage longest) {
		return new Blocked(count, longest.durationNanos(), longest.stack());
	}

	private static Series millis(Columns columns, String name, TimeSpan window) {
		return columns.series(name + ".maxNanos", MILLIS_OF_NANO).within(window);
	}

}
