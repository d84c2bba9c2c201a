package io.github.heapwise.memory;

import java.time.Duration;

/**
 * Marks on the clock at which samples are taken: the same for every process and reader.
 * Each is found from the clock as it stands, so that neither a clock that was set nor a
 * process that slept leaves anything to catch up with.
 *
 * @param millis time from mark to mark
 */
record Beat(long millis) {

	Beat(Duration interval) {
		this(interval.toMillis());
	}

	/**
	 * Return the mark that is meant by a moment close to it: a timer may be early by the
	 * clock.
	 * @param epochMillis the moment
	 * @return the nearest mark
	 */
	long nearest(long epochMillis) {
		return Math.floorDiv(epochMillis + this.millis / 2, this.millis) * this.millis;
	}

	/**
	 * Return how long to wait for the mark after the nearest.
	 * @param epochMillis the time now
	 * @return from half an interval to one and a half
	 */
	long millisToNext(long epochMillis) {
		return nearest(epochMillis) + this.millis - epochMillis;
	}

}
