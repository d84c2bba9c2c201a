package io.github.heapwise.memory;

import org.jspecify.annotations.Nullable;

/**
 * What Heapwise itself costs, those threads of Flight Recorder included that deliver
 * events. Requests that read its endpoints run on threads of the server and are not.
 *
 * @param cpuRatio CPU time as a ratio of one core, {@code null} until it was measured
 * @param allocatedBytesPerSecond garbage its threads make, {@code null} until measured
 * @param heapBytes heap held by what it has recorded
 */
public record Overhead(@Nullable Double cpuRatio, @Nullable Long allocatedBytesPerSecond, long heapBytes) {

	static final Overhead UNKNOWN = new Overhead(null, null, 0);

}
