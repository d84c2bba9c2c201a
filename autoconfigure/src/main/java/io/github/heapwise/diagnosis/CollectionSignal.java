package io.github.heapwise.diagnosis;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A collection, or a pause of one.
 *
 * @param time when it began
 * @param kind what it collected
 * @param cause why it ran, as the JVM says
 * @param pause whether the application stood still
 * @param durationNanos how long it took
 * @param heapBeforeBytes used bytes of the heap before, {@code null} where the JVM does
 * not tell
 * @param heapAfterBytes the same after
 * @param oldAfterBytes used bytes of the old generation after
 * @param survivorAfterBytes used bytes of the survivor space after
 * @param survivorCommittedBytes size of the survivor space after
 * @param promotedBytes what moved to the old generation
 */
public record CollectionSignal(Instant time, Kind kind, String cause, boolean pause, long durationNanos,
		@Nullable Long heapBeforeBytes, @Nullable Long heapAfterBytes, @Nullable Long oldAfterBytes,
		@Nullable Long survivorAfterBytes, @Nullable Long survivorCommittedBytes, @Nullable Long promotedBytes) {

	/**
	 * What a collection collected.
	 */
	public enum Kind {

		/** The young generation. */
		YOUNG,

		/** The young generation and some of the old. */
		MIXED,

		/** Everything, while the application stood still. */
		FULL,

		/** Everything, beside the application. */
		CONCURRENT,

		/** Nothing: a pause within a concurrent one. */
		OTHER

	}

}
