package io.github.heapwise.diagnosis.rule;

import java.util.List;

import io.github.heapwise.diagnosis.CollectionSignal;
import io.github.heapwise.diagnosis.Signals;
import io.github.heapwise.diagnosis.TimeSpan;

/**
 * When the collector stopped the application.
 *
 * @param span the time looked at
 * @param pauses pauses that began in it, in order
 */
record StopTimes(TimeSpan span, List<CollectionSignal> pauses) {

	static StopTimes within(Signals signals, TimeSpan span) {
		return new StopTimes(span,
				signals.collections()
					.stream()
					.filter((collection) -> collection.pause() && span.contains(collection.time()))
					.toList());
	}

	double longestMillis() {
		return this.pauses.stream().mapToDouble(StopTimes::millis).max().orElse(0);
	}

	/**
	 * Return the share of the time that it stopped the application.
	 * @return a ratio from 0 on
	 */
	double ratio() {
		return this.pauses.stream().mapToDouble(StopTimes::millis).sum() / Math.max(1, this.span.length().toMillis());
	}

	long countFrom(double millis) {
		return this.pauses.stream().filter((pause) -> millis(pause) >= millis).count();
	}

	/**
	 * Return for how long a request could at most stand still. Goes over the pauses once.
	 * @param requestMillis how long it took
	 * @return milliseconds
	 */
	double mostWithin(double requestMillis) {
		double most = 0;
		double sum = 0;
		int first = 0;
		for (CollectionSignal pause : this.pauses) {
			sum += millis(pause);
			while (pause.time().toEpochMilli() - this.pauses.get(first).time().toEpochMilli() > requestMillis) {
				sum -= millis(this.pauses.get(first++));
			}
			most = Math.max(most, sum);
		}
		return Math.min(most, requestMillis);
	}

	private static double millis(CollectionSignal pause) {
		return pause.durationNanos() / Measured.NANOS_OF_MILLI;
	}

}
