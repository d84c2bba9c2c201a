package io.github.heapwise.memory;

import org.jspecify.annotations.Nullable;

/**
 * The heap.
 *
 * @param usedBytes bytes in use, dead objects included: the sum of its pools
 * @param committedBytes bytes the JVM has from the operating system for it
 * @param maxBytes bytes it may grow to, {@code null} if that is not defined
 * @param liveBytes bytes the last collection left, {@code null} before the first
 * @param allocatedBytes bytes all threads allocated since the start
 * @param allocatedBytesPerSecond bytes they allocated in the last sampled interval
 * @param unavailableReason why the JVM does not tell what was allocated
 */
public record HeapMemory(long usedBytes, long committedBytes, @Nullable Long maxBytes, @Nullable Long liveBytes,
		@Nullable Long allocatedBytes, @Nullable Long allocatedBytesPerSecond, @Nullable String unavailableReason) {
}
