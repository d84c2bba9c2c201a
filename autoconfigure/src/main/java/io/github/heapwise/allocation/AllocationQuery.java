package io.github.heapwise.allocation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a profile is asked for.
 *
 * @param from start of the range, which grows to whole buckets
 * @param to end of the range
 * @param type allocated class, {@code null} for any
 * @param thread name of a thread or of its pool, {@code null} for any
 * @param route a route as text, or its pattern for all methods, {@code null} for any
 * @param value what the tree's numbers are
 */
public record AllocationQuery(Instant from, Instant to, @Nullable String type, @Nullable String thread,
		@Nullable String route, AllocationValue value) {
}
