package io.github.heapwise.heapdump;

import java.time.Duration;

/**
 * How much is kept. The newest dump stays whatever its size.
 *
 * @param count number of dumps, at least 1
 * @param bytes length of all files together
 * @param age time since a dump was taken
 */
public record RetentionLimits(int count, long bytes, Duration age) {

}
