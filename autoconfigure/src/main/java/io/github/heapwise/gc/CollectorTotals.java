package io.github.heapwise.gc;

/**
 * What a collector did since the JVM started, in whole milliseconds.
 *
 * @param name name of the collector as the JVM gives it
 * @param collections how often it ran
 * @param pauseNanos how long the application stood still for it
 * @param concurrentNanos how long it ran beside the application
 */
public record CollectorTotals(String name, long collections, long pauseNanos, long concurrentNanos) {

}
