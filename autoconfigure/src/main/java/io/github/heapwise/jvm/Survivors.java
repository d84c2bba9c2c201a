package io.github.heapwise.jvm;

import org.jspecify.annotations.Nullable;

/**
 * What was left when garbage had been taken out of the old generation: near to what is
 * alive. After collections of the young generation alone nobody knows.
 *
 * @param heapBytes used bytes of the heap
 * @param heapMaxBytes what the heap may use, not positive where there is no limit
 * @param oldBytes used bytes of the old generation, or of a heap without generations
 * @param oldMaxBytes what it may use, not positive where there is no limit
 * @param growthBytesPerHour how fast that has grown in the last half hour, {@code null}
 * where it may as well be chance
 */
public record Survivors(long heapBytes, long heapMaxBytes, long oldBytes, long oldMaxBytes,
		@Nullable Double growthBytesPerHour) {

}
