package io.github.heapwise.os;

/**
 * How much memory the process may use.
 *
 * @param bytes the limit, {@link KernelFile#UNKNOWN} where nobody tells
 * @param source who sets it
 * @param headroomBytes what is left below it, {@link KernelFile#UNKNOWN} where nobody
 * tells
 */
public record MemoryLimit(long bytes, LimitSource source, long headroomBytes) {
}
