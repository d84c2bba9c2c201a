package io.github.heapwise.diagnosis;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is true of the process as long as it runs.
 *
 * @param uptime for how long it has run
 * @param collector name of the collector: {@code G1}, {@code Parallel}, {@code Serial},
 * {@code ZGC}, {@code Shenandoah}
 * @param processors processors it may use
 * @param heapMaxBytes what the heap may grow to, {@code null} for no limit
 * @param directMaxBytes what direct buffers may grow to, {@code null} where it is not
 * known
 * @param limitBytes what the process may use, {@code null} where it is not known
 * @param container whether that is the limit of a container, not of the machine
 * @param stackBytes what the stack of a thread may take
 */
public record MachineFacts(Duration uptime, String collector, int processors, @Nullable Long heapMaxBytes,
		@Nullable Long directMaxBytes, @Nullable Long limitBytes, boolean container, long stackBytes) {

}
