package io.github.heapwise.heapdump;

import java.time.Duration;

/**
 * How often a trigger may have a dump.
 *
 * @param cooldown least time between two
 * @param dailyLimit most within 24 hours, at least 1
 * @param property prefix of the properties that say so, for messages
 */
public record DumpAllowance(Duration cooldown, int dailyLimit, String property) {

}
