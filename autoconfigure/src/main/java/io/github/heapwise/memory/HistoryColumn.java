package io.github.heapwise.memory;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

import io.github.heapwise.os.KernelFile;
import org.jspecify.annotations.Nullable;

/**
 * What the history keeps, each in a {@code long}.
 */
enum HistoryColumn {

	TIME("time", MemorySample::epochMillis),

	HEAP_USED("heapUsedBytes", (sample) -> sample.pools().heapUsedBytes()),

	HEAP_COMMITTED("heapCommittedBytes", (sample) -> sample.pools().heapCommittedBytes()),

	LIVE("liveBytes", MemorySample::liveBytes),

	NON_HEAP_USED("nonHeapUsedBytes", (sample) -> sample.pools().nonHeapUsedBytes()),

	DIRECT_BUFFERS("directBufferBytes", MemorySample::directBufferBytes),

	RESIDENT("residentBytes", MemorySample::residentBytes),

	HEADROOM("headroomBytes", (sample) -> sample.limit().headroomBytes()),

	ALLOCATION_RATE("allocatedBytesPerSecond", (sample) -> rounded(sample.allocatedBytesPerSecond())),

	THREADS("threads", MemorySample::threads),

	// kept in millionths
	CPU("cpuRatio", (sample) -> rounded(1e6 * sample.cpuRatio()), (millionths) -> millionths / 1e6);

	private final String label;

	private final ToLongFunction<MemorySample> stored;

	private final LongFunction<Number> told;

	HistoryColumn(String label, ToLongFunction<MemorySample> stored) {
		this(label, stored, Long::valueOf);
	}

	HistoryColumn(String label, ToLongFunction<MemorySample> stored, LongFunction<Number> told) {
		this.label = label;
		this.stored = stored;
		this.told = told;
	}

	static List<String> labels() {
		return Arrays.stream(values()).map((column) -> column.label).toList();
	}

	long store(MemorySample sample) {
		return this.stored.applyAsLong(sample);
	}

	/**
	 * Return what a stored value stands for.
	 * @param value what {@link #store} returned
	 * @return the number, {@code null} where it was not known
	 */
	@Nullable Number tell(long value) {
		return (value != KernelFile.UNKNOWN) ? this.told.apply(value) : null;
	}

	private static long rounded(double value) {
		return Double.isNaN(value) ? KernelFile.UNKNOWN : Math.round(value);
	}

}
