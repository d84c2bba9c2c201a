package io.github.heapwise.heapdump;

/**
 * What a dump would cost.
 *
 * @param pauseMillis how long the application would stand still
 * @param diskBytes what would be written at most, files beside it included
 * @param calibrated whether earlier dumps of this machine were used, rather than the size
 * of the heap alone
 */
public record DumpEstimate(long pauseMillis, long diskBytes, boolean calibrated) {

}
