package io.github.heapwise.memory;

import io.github.heapwise.jvm.PoolRole;
import org.jspecify.annotations.Nullable;

/**
 * A memory pool of the JVM.
 *
 * @param name as the JVM calls it
 * @param heap whether it is part of the heap
 * @param role what it is for
 * @param usedBytes bytes in use, dead objects included
 * @param committedBytes bytes the JVM has from the operating system
 * @param maxBytes bytes it may grow to, {@code null} if that is not defined
 * @param peakUsedBytes most bytes in use since the start
 * @param usedAfterCollectionBytes bytes in use after the last collection of this pool,
 * {@code null} before that and where nothing is collected
 */
public record PoolMemory(String name, boolean heap, PoolRole role, long usedBytes, long committedBytes,
		@Nullable Long maxBytes, long peakUsedBytes, @Nullable Long usedAfterCollectionBytes) {
}
