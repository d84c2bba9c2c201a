package io.github.heapwise.latency.endpoint;

import java.util.Locale;

import io.github.heapwise.endpoint.HistogramDescriptor;
import io.github.heapwise.latency.Pinned;
import io.github.heapwise.latency.WorkerLatency;
import org.jspecify.annotations.Nullable;

/**
 * A pool, as it is sent.
 *
 * @param name how it is called
 * @param kind {@code tomcat}, {@code jetty}, {@code virtual} or {@code executor}
 * @param active threads that work
 * @param max threads it may have
 * @param queued tasks that wait
 * @param utilizationRatio share of the threads that worked in the window
 * @param startDelay how long a task waited for a thread
 * @param pinned virtual threads that held on to a carrier
 */
record WorkerDescriptor(String name, String kind, @Nullable Integer active, int max, @Nullable Integer queued,
		@Nullable Double utilizationRatio, HistogramDescriptor startDelay, @Nullable PinnedDescriptor pinned) {

	static WorkerDescriptor of(WorkerLatency worker) {
		Pinned pinned = worker.pinned();
		return new WorkerDescriptor(worker.name(), worker.kind().name().toLowerCase(Locale.ROOT), worker.active(),
				worker.max(), worker.queued(), LatencyDescriptor.ratio(worker.utilization()),
				HistogramDescriptor.of(worker.startDelay()), (pinned != null) ? PinnedDescriptor.of(pinned) : null);
	}

}
