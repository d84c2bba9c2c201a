package io.github.heapwise.latency;

import org.jspecify.annotations.Nullable;

/**
 * Virtual threads that blocked without letting go of their carrier.
 *
 * @param count how many times, 0 where it is not known
 * @param longest the longest, {@code null} if there was none
 * @param unavailableReason why it is not known, {@code null} where it is
 */
public record Pinned(long count, @Nullable Blockage longest, @Nullable String unavailableReason) {
}
