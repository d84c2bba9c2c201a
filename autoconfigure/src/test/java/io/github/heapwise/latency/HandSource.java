package io.github.heapwise.latency;

import java.util.List;

/**
 * Knows what the test gave it.
 *
 * @param pools pools
 * @param loops event loops
 */
record HandSource(List<Pool> pools, List<Loop> loops) implements WorkSource {
}
