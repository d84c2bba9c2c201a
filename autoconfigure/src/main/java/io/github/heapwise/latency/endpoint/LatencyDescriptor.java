package io.github.heapwise.latency.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.github.heapwise.endpoint.HistogramDescriptor;
import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.latency.Latency;
import io.github.heapwise.latency.LatencyRows;
import io.github.heapwise.latency.LatencySettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Who waits, as it is sent. What was asked for with {@code since} is absent without it.
 *
 * @param time when it was read
 * @param windowMillis time the figures cover
 * @param intervalMillis time from row to row
 * @param requests all requests
 * @param requestsUnavailableReason why they are not seen
 * @param stall how much later than planned a thread woke
 * @param workers pools
 * @param omittedWorkers how many pools are not watched
 * @param eventLoops event loops
 * @param omittedEventLoops how many event loops are not watched
 * @param columns names of the values of a row
 * @param rows the rows
 * @param nextSequence what to give as {@code since} next time
 * @param missed rows that are not kept any more
 */
record LatencyDescriptor(Instant time, long windowMillis, long intervalMillis, @Nullable HistogramDescriptor requests,
		@Nullable String requestsUnavailableReason, HistogramDescriptor stall, List<WorkerDescriptor> workers,
		int omittedWorkers, List<EventLoopDescriptor> eventLoops, int omittedEventLoops, @Nullable List<String> columns,
		@Nullable Number @Nullable [][] rows, long nextSequence,
		@Nullable Long missed) implements OperationResponseBody {

	static LatencyDescriptor of(Latency latency, long nextSequence) {
		return of(latency, null, null, nextSequence, null);
	}

	static LatencyDescriptor of(Latency latency, LatencyRows rows) {
		return of(latency, rows.columns(), rows.rows(), rows.next(), rows.missed());
	}

	private static LatencyDescriptor of(Latency latency, @Nullable List<String> columns,
			@Nullable Number @Nullable [][] rows, long nextSequence, @Nullable Long missed) {
		Distribution requests = latency.requests();
		return new LatencyDescriptor(latency.time().truncatedTo(ChronoUnit.MILLIS), latency.window().toMillis(),
				LatencySettings.ROW_INTERVAL.toMillis(), (requests != null) ? HistogramDescriptor.of(requests) : null,
				latency.requestsUnavailableReason(), HistogramDescriptor.of(latency.stall()),
				latency.workers().stream().map(WorkerDescriptor::of).toList(), latency.omittedWorkers(),
				latency.loops().stream().map(EventLoopDescriptor::of).toList(), latency.omittedLoops(), columns, rows,
				nextSequence, missed);
	}

	static @Nullable Double ratio(double ratio) {
		return Double.isNaN(ratio) ? null : ratio;
	}

}
