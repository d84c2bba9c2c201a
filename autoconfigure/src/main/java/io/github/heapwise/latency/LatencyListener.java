package io.github.heapwise.latency;

import java.util.function.LongConsumer;

/**
 * Is told each delay as it was measured, in nanoseconds. Asked once for each source of
 * delays who receives them, then called on the measuring thread for each.
 */
interface LatencyListener {

	LongConsumer stall();

	LongConsumer worker(String pool);

	LongConsumer loop(String loop);

}
