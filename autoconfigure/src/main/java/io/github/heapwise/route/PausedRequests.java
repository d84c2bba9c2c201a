package io.github.heapwise.route;

import java.util.concurrent.TimeUnit;

import io.github.heapwise.timeline.PauseTimes;

/**
 * Finds the requests that met pauses of the collector, once these are known: some seconds
 * after the request ended.
 * <p>
 * Requests may end on any thread, without garbage. One thread looks for pauses.
 */
final class PausedRequests {

	// Flight Recorder delivers pauses within two seconds, and listeners have a queue.
	static final long JOIN_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(3500);

	private final PauseTimes pauses;

	private final EndedRequests ended = new EndedRequests();

	private final EndedRequests.Batch batch = new EndedRequests.Batch();

	PausedRequests(PauseTimes pauses) {
		this.pauses = pauses;
	}

	void ended(int route, long startNanos, long endNanos) {
		this.ended.add(route, startNanos, endNanos);
	}

	/**
	 * Look which requests met pauses, among those that ended long enough ago.
	 * @param nanos the time, of {@link System#nanoTime()}
	 * @param visitor told of those that did
	 */
	void join(long nanos, Visitor visitor) {
		while (this.ended.take(nanos - JOIN_AFTER_NANOS, this.batch)) {
			this.batch.forEach((route, start, end) -> {
				long pauseNanos = this.pauses.within(start, end);
				if (pauseNanos > 0) {
					visitor.paused(route, end - start, pauseNanos);
				}
			});
		}
	}

	/**
	 * Return of how many requests nobody will know, since the last call.
	 * @return their number
	 */
	long takeLost() {
		return this.ended.takeLost();
	}

	long heapBytes() {
		return this.ended.heapBytes();
	}

	/**
	 * Told of a request that met a pause.
	 */
	@FunctionalInterface
	interface Visitor {

		void paused(int route, long latencyNanos, long pauseNanos);

	}

}
