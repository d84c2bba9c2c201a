package io.github.heapwise.heapdump;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Estimates what a dump would cost, from earlier ones of the same JVM on the same
 * machine, and else from measured figures.
 */
final class DumpEstimator {

	/**
	 * Time for a gigabyte in use. On 2 busy cores JDK 17 took 6.5 seconds, and 12.4 with
	 * the collection before that {@code live} asks for; JDK 25 1.6 to 7.2.
	 */
	private static final double MILLIS_PER_BYTE = 12_000.0 / (1L << 30);

	// Measured with 4 MB in use, where names of classes are most of the dump.
	private static final long LEAST_MILLIS = 300;

	// What a dump of a small heap costs is mostly that of the names.
	private static final int MAX_GROWTH = 4;

	// Measured: 1.35 to 1.39. Small objects take more, large arrays less.
	private static final double FILE_PER_HEAP = 1.5;

	// Names of classes and the like, also where the heap is small.
	private static final long NAMES_BYTES = 16L << 20;

	// Since then, threads write a file each, which are joined afterwards.
	private static final int WRITES_SEGMENTS_SINCE = 22;

	private final Machine machine;

	private final boolean redactAtCapture;

	private final int javaVersion;

	private final Supplier<HeapSize> heap;

	DumpEstimator(Machine machine, boolean redactAtCapture) {
		this(machine, redactAtCapture, Runtime.version().feature(), HeapSize::now);
	}

	DumpEstimator(Machine machine, boolean redactAtCapture, int javaVersion, Supplier<HeapSize> heap) {
		this.machine = machine;
		this.redactAtCapture = redactAtCapture;
		this.javaVersion = javaVersion;
		this.heap = heap;
	}

	/**
	 * Estimate a dump of the heap as it is now, garbage included: how much of it is
	 * garbage is not known before a collection.
	 * @param live whether of reachable objects only
	 * @param earlier dumps that were taken
	 * @return the estimate
	 */
	Sized estimate(boolean live, List<StoredDump> earlier) {
		long usedBytes = this.heap.get().usedBytes();
		List<DumpFacts> alike = earlier.stream()
			.filter((stored) -> stored.dump().live() == live)
			.map(StoredDump::facts)
			.filter((facts) -> this.machine.took(facts) && facts.pauseMillis() >= 0)
			.filter((facts) -> facts.heapUsedBytes() > 0 && facts.heapUsedBytes() >= usedBytes / MAX_GROWTH)
			.toList();
		if (alike.isEmpty()) {
			return sized(LEAST_MILLIS + (long) (usedBytes * MILLIS_PER_BYTE),
					NAMES_BYTES + (long) (usedBytes * FILE_PER_HEAP), false);
		}
		double millis = usedBytes * median(alike, (facts) -> facts.pauseMillis() / (double) facts.heapUsedBytes());
		double bytes = usedBytes * median(alike, (facts) -> facts.sizeBytes() / (double) facts.heapUsedBytes());
		return sized((long) millis, (long) bytes, true);
	}

	private Sized sized(long pauseMillis, long fileBytes, boolean calibrated) {
		boolean twice = this.redactAtCapture || this.javaVersion >= WRITES_SEGMENTS_SINCE;
		return new Sized(fileBytes, new DumpEstimate(pauseMillis, twice ? 2 * fileBytes : fileBytes, calibrated));
	}

	private static double median(List<DumpFacts> facts, ToDoubleFunction<DumpFacts> value) {
		double[] sorted = facts.stream().mapToDouble(value).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/**
	 * An estimate, and how large the file alone would be.
	 *
	 * @param fileBytes length of the file
	 * @param estimate what it would cost
	 */
	record Sized(long fileBytes, DumpEstimate estimate) {

	}

}
