package io.github.heapwise.latency;

import io.github.heapwise.histogram.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * An event loop, and how long tasks waited in it.
 *
 * @param name how it is called
 * @param thread name of its thread, {@code null} before it was first measured
 * @param pending tasks that wait now
 * @param utilization share of the window that it was busy, not a number where it has done
 * nothing yet
 * @param delay nanoseconds a task waited
 * @param longest what blocked it longest, {@code null} if nothing did
 */
public record LoopLatency(String name, @Nullable String thread, int pending, double utilization, Distribution delay,
		@Nullable Blockage longest) {
}
