package io.github.heapwise.route;

import io.github.heapwise.histogram.Distribution;
import io.github.heapwise.histogram.HistogramContents;
import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.histogram.SlidingHistogram;
import io.github.heapwise.histogram.ValueRange;
import io.github.heapwise.timeline.Route;
import io.github.heapwise.timeline.RouteTotals;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of one route cost: in the window, and in all.
 * <p>
 * Thread-safe, one lock. Up to 40 KB, and what the slices take.
 */
final class RouteFigures {

	private static final int REQUESTS = 0;

	private static final int ERRORS = 1;

	private static final int EXACT = 2;

	private static final int BYTES = 3;

	private static final int CPU_KNOWN = 4;

	private static final int CPU_NANOS = 5;

	private static final int PAUSE_NANOS = 6;

	private static final int SUMS = 7;

	private final int sliceCount;

	private final SlidingHistogram latency;

	private final SlidingHistogram bytes;

	private final SliceSums sums;

	// latency of those that met a pause; most routes never have one
	private @Nullable SlidingHistogram paused;

	private long totalRequests;

	private long totalExact;

	private long totalBytes;

	RouteFigures(int sliceCount) {
		this.sliceCount = sliceCount;
		this.latency = new SlidingHistogram(ValueRange.NANOS, sliceCount - 1);
		this.bytes = new SlidingHistogram(ValueRange.BYTES, sliceCount - 1);
		this.sums = new SliceSums(sliceCount, SUMS);
	}

	synchronized void ended(boolean failed, long latencyNanos, long allocatedBytes, long cpuNanos) {
		this.latency.record(latencyNanos);
		this.totalRequests++;
		this.sums.add(REQUESTS, 1);
		this.sums.add(ERRORS, failed ? 1 : 0);
		if (allocatedBytes >= 0) {
			this.bytes.record(allocatedBytes);
			this.totalExact++;
			this.totalBytes += allocatedBytes;
			this.sums.add(EXACT, 1);
			this.sums.add(BYTES, allocatedBytes);
		}
		if (cpuNanos >= 0) {
			this.sums.add(CPU_KNOWN, 1);
			this.sums.add(CPU_NANOS, cpuNanos);
		}
	}

	/**
	 * A request that ended some seconds ago met pauses of the collector.
	 * @param latencyNanos how long it took in all
	 * @param pauseNanos how long it stood still
	 */
	synchronized void paused(long latencyNanos, long pauseNanos) {
		if (this.paused == null) {
			this.paused = new SlidingHistogram(ValueRange.NANOS, this.sliceCount - 1);
		}
		this.paused.record(latencyNanos);
		this.sums.add(PAUSE_NANOS, pauseNanos);
	}

	synchronized void turn() {
		this.latency.turn();
		this.bytes.turn();
		this.sums.turn();
		if (this.paused != null) {
			this.paused.turn();
		}
	}

	/**
	 * Return what requests cost in the window. Some milliseconds, of which requests wait
	 * for microseconds.
	 * @param number number of the route
	 * @param route the route
	 * @param range which part of the window
	 * @return the figures of one moment
	 */
	RouteWindow window(int number, Route route, SliceRange range) {
		return contents(range).window(number, route, range);
	}

	synchronized void visit(int number, RouteTotals.Visitor visitor) {
		visitor.route(number, this.totalRequests, this.totalExact, this.totalBytes);
	}

	synchronized long heapBytes() {
		return this.latency.heapBytes() + this.bytes.heapBytes() + ((this.paused != null) ? this.paused.heapBytes() : 0)
				+ (long) SUMS * this.sliceCount * Long.BYTES;
	}

	// A pause is known of some seconds after the request, so it may be found a slice
	// later.
	private synchronized Contents contents(SliceRange range) {
		SliceRange later = new SliceRange(Math.max(0, range.newest() - 1), range.oldest());
		return new Contents(this.latency.contents(range), this.bytes.contents(range),
				(this.paused != null) ? this.paused.contents(later) : null, this.sums.copy());
	}

	/**
	 * What they were at some moment, to be summed up without a lock.
	 *
	 * @param latency latency of all requests
	 * @param bytes bytes of those that were counted
	 * @param paused latency of those that met a pause, {@code null} if none did
	 * @param sums all else
	 */
	private record Contents(HistogramContents latency, HistogramContents bytes, @Nullable HistogramContents paused,
			SliceSums sums) {

		RouteWindow window(int number, Route route, SliceRange range) {
			Distribution latencies = this.latency.distribution();
			return new RouteWindow(number, route, this.sums.total(REQUESTS, range), this.sums.total(ERRORS, range),
					latencies, this.bytes.distribution(), this.sums.total(EXACT, range), cpuNanos(range),
					this.sums.total(PAUSE_NANOS, range), slowestPausedRatio(latencies.p99()),
					this.sums.bySlice(BYTES, range), this.sums.bySlice(REQUESTS, range));
		}

		// Not every request is asked for: they stand for the others.
		private @Nullable Long cpuNanos(SliceRange range) {
			long known = this.sums.total(CPU_KNOWN, range);
			double mean = (double) this.sums.total(CPU_NANOS, range) / Math.max(1, known);
			return (known > 0) ? (Long) Math.round(mean * this.sums.total(REQUESTS, range)) : null;
		}

		// What was found a slice later may be of a later request.
		private double slowestPausedRatio(long slowest) {
			long slow = this.latency.countFrom(slowest);
			return (this.paused != null && slow > 0) ? Math.min(1, (double) this.paused.countFrom(slowest) / slow) : 0;
		}

	}

}
