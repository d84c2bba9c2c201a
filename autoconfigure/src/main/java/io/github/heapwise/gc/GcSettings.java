package io.github.heapwise.gc;

import java.time.Duration;

/**
 * How to watch the collector.
 *
 * @param maxEvents events kept
 * @param window the time summaries cover
 */
public record GcSettings(int maxEvents, Duration window) {

}
