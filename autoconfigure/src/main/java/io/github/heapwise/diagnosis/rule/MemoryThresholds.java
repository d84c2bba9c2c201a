package io.github.heapwise.diagnosis.rule;

import java.time.Duration;

/**
 * From where on rules of memory find something.
 *
 * @param warmUp time after the start by which neither speed nor growth is judged
 * @param memoryGrows for what survives collections
 * @param liveNearLimit how much of the heap may be alive
 * @param cost when the collector costs too much
 * @param promotion for what dies in the old generation
 * @param longPauses for single pauses
 * @param heapTooSmall for collections that free little
 * @param containerLimit how much of the limit the process may use
 * @param occurrences how often something may happen
 * @param directBuffers growth of direct buffers, in bytes
 * @param metaspace growth of metaspace, in bytes
 * @param threads growth of the number of threads
 * @param files growth of the number of open files
 */
public record MemoryThresholds(Duration warmUp, MemoryGrows memoryGrows, Limits liveNearLimit, Cost cost,
		Promotion promotion, LongPauses longPauses, HeapTooSmall heapTooSmall, Limits containerLimit,
		Occurrences occurrences, Growth directBuffers, Growth metaspace, Growth threads, Growth files) {

	private static final long MEGABYTE = 1 << 20;

	private static final Duration OVER = Duration.ofMinutes(3);

	/**
	 * Return those that fit most applications.
	 * @return the thresholds
	 */
	public static MemoryThresholds defaults() {
		return new MemoryThresholds(Duration.ofSeconds(20), new MemoryGrows(0.02, Duration.ofDays(2)),
				new Limits(0.8, 0.92), new Cost(0.1, 0.3, new GcTime(Duration.ofMillis(100), 3)),
				new Promotion(0.5, 0.95), new LongPauses(Duration.ofMillis(200), Duration.ofSeconds(1)),
				new HeapTooSmall(0.1, 0.1), new Limits(0.9, 0.97), new Occurrences(3, 2, 2, Duration.ofMillis(10), 3),
				new Growth(OVER, 16 * MEGABYTE, 0.9), new Growth(OVER, 8 * MEGABYTE, 1), new Growth(OVER, 30, 1),
				new Growth(OVER, 50, 0.8));
	}

	/**
	 * Shares of a limit.
	 *
	 * @param warningRatio from where on it is worth a warning
	 * @param criticalRatio from where on it is critical
	 */
	public record Limits(double warningRatio, double criticalRatio) {

	}

	/**
	 * When memory held grows.
	 *
	 * @param riseRatio share of the heap that it has to grow by in the time observed
	 * @param fillsWithin how soon the heap has to be full for a warning
	 */
	public record MemoryGrows(double riseRatio, Duration fillsWithin) {

	}

	/**
	 * When the collector costs too much.
	 *
	 * @param pauseRatio share of the time in pauses
	 * @param cpuRatio share of the process's CPU time
	 * @param budget how much of a second pauses may take
	 */
	public record Cost(double pauseRatio, double cpuRatio, GcTime budget) {

	}

	/**
	 * When too much dies in the old generation.
	 *
	 * @param heapsPerMinute how much, as a share of the heap
	 * @param survivorRatio from where on a survivor space counts as full
	 */
	public record Promotion(double heapsPerMinute, double survivorRatio) {

	}

	/**
	 * When a pause is long.
	 *
	 * @param pause from where on two are worth a warning
	 * @param intolerable from where on one is
	 */
	public record LongPauses(Duration pause, Duration intolerable) {

	}

	/**
	 * When pauses take too much of a second.
	 *
	 * @param perSecond how much of it
	 * @param seconds in how many seconds for a warning
	 */
	public record GcTime(Duration perSecond, int seconds) {

	}

	/**
	 * When collections free little.
	 *
	 * @param pauseRatio share of the time in pauses from where on it matters
	 * @param freedRatio share of the heap that one frees at least
	 */
	public record HeapTooSmall(double pauseRatio, double freedRatio) {

	}

	/**
	 * How often something has to happen for a warning.
	 *
	 * @param explicitCalls calls of {@code System.gc()}
	 * @param fullCollectionsPerMinute full collections of Serial and Parallel
	 * @param evacuationFailures collections that found no room
	 * @param stalled how long threads waited for memory, together
	 * @param humongousCollections collections begun for a large object
	 */
	public record Occurrences(int explicitCalls, int fullCollectionsPerMinute, int evacuationFailures, Duration stalled,
			int humongousCollections) {

	}

	/**
	 * When something grows without end.
	 *
	 * @param over time in which it has to grow all along
	 * @param rise by how much at least
	 * @param limitRatio share of its limit that is critical
	 */
	public record Growth(Duration over, double rise, double limitRatio) {

	}

}
