package io.github.heapwise.hprof;

/**
 * Neighbouring records of a dump.
 *
 * @param from where the first one starts
 * @param to where the last one ends, in bytes of the uncompressed dump
 */
public record HprofRange(HprofPosition from, long to) {

}
