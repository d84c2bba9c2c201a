package io.github.heapwise.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Columns of the rows: fixed when watching starts.
 */
final class LatencyColumns {

	/** Of the requests, {@link RowWriter} fills them in this order. */
	static final int REQUEST_COLUMNS = 4;

	/** Of a pool or an event loop. */
	static final int WATCHED_COLUMNS = 3;

	private static final String RATIO = "utilizationRatio";

	private final List<String> labels;

	LatencyColumns(List<WatchedPool> pools, List<WatchedLoop> loops) {
		List<String> columns = new ArrayList<>(List.of("time", "requests.count", "requests.p50Nanos",
				"requests.p99Nanos", "requests.maxNanos", "stall.p50Nanos", "stall.p99Nanos", "stall.maxNanos"));
		pools.forEach((pool) -> watched("workers." + pool.name()).forEach(columns::add));
		loops.forEach((loop) -> watched("eventLoops." + loop.name()).forEach(columns::add));
		this.labels = List.copyOf(columns);
	}

	List<String> labels() {
		return this.labels;
	}

	@Nullable Number tell(int column, long value) {
		if (value == RowWriter.UNKNOWN) {
			return null;
		}
		return this.labels.get(column).endsWith(RATIO) ? (Number) (value / RowWriter.RATIO_SCALE) : (Number) value;
	}

	private static Stream<String> watched(String name) {
		return Stream.of(name + ".p99Nanos", name + ".maxNanos", name + "." + RATIO);
	}

}
