package io.github.heapwise.latency;

import java.util.function.Supplier;

/**
 * The thread of an event loop.
 *
 * @param id its id
 * @param name its name
 * @param stack tells what it does at the moment, in some 10 us
 */
public record LoopThread(long id, String name, Supplier<StackTraceElement[]> stack) {
}
