package io.github.heapwise.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.heapwise.histogram.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Who waited in the last minutes, and for how long. Distributions are in nanoseconds.
 *
 * @param time when it was read
 * @param window time the figures cover
 * @param requests all requests, {@code null} where they are not seen
 * @param requestsUnavailableReason why not
 * @param stall by how much a thread woke later than planned
 * @param workers pools
 * @param omittedWorkers pools that are not watched, because there are too many
 * @param loops event loops
 * @param omittedLoops event loops that are not watched, because there are too many
 */
public record Latency(Instant time, Duration window, @Nullable Distribution requests,
		@Nullable String requestsUnavailableReason, Distribution stall, List<WorkerLatency> workers, int omittedWorkers,
		List<LoopLatency> loops, int omittedLoops) {

	public Latency {
		workers = List.copyOf(workers);
		loops = List.copyOf(loops);
	}

}
