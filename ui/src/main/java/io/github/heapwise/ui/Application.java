package io.github.heapwise.ui;

import org.jspecify.annotations.Nullable;

/**
 * The application a page is about.
 *
 * @param name its name
 * @param host the machine or container it runs on, if the environment says so
 * @param jvm the JVM and its version
 * @param collector the garbage collector
 * @param maxHeapBytes how far the heap can grow, in bytes
 * @param startedAt when the JVM started, an ISO instant
 */
public record Application(String name, @Nullable String host, String jvm, String collector, long maxHeapBytes,
		String startedAt) {

}
