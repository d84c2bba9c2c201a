package io.github.heapwise.diagnosis.autoconfigure;

import io.github.heapwise.diagnosis.ProcessReadings;
import io.github.heapwise.diagnosis.Reading;
import io.github.heapwise.diagnosis.TimeSpan;
import io.github.heapwise.diagnosis.Trends;
import io.github.heapwise.memory.HistoryRows;
import io.github.heapwise.memory.MemoryHistory;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers over time: those of the memory feature and the fast ones of the diagnosis
 * for the window, the others for as long as they are kept.
 */
final class TrendReader {

	private TrendReader() {
	}

	static Trends read(@Nullable MemoryHistory memory, ProcessReadings process, Columns latency, TimeSpan window) {
		Columns rows = (memory != null) ? rows(memory, window) : Columns.NONE;
		return new Trends(rows.series("heapUsedBytes", 1).within(window),
				rows.series("heapCommittedBytes", 1).within(window), rows.series("residentBytes", 1).within(window),
				rows.series("headroomBytes", 1).within(window),
				rows.series("allocatedBytesPerSecond", 1).within(window), rows.series("cpuRatio", 1).within(window),
				process.series(Reading.GC_CPU_RATIO).within(window),
				process.series(Reading.THROTTLED_RATIO).within(window),
				process.series(Reading.IDLE_PROCESSORS).within(window), latency.series("requests.count", 1),
				process.series(Reading.THREADS), process.series(Reading.DIRECT_BYTES),
				process.series(Reading.MAPPED_BYTES), process.series(Reading.METASPACE_BYTES),
				process.series(Reading.LOADED_CLASSES), process.series(Reading.OPEN_FILES),
				process.series(Reading.OPEN_FILES_RATIO));
	}

	private static Columns rows(MemoryHistory memory, TimeSpan window) {
		long wanted = window.length().toMillis() / Math.max(1, memory.interval().toMillis()) + 2;
		HistoryRows rows = memory.since(Math.max(0, memory.nextRow() - wanted));
		return new Columns(rows.columns(), rows.rows());
	}

}
