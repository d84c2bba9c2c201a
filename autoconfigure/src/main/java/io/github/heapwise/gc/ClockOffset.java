package io.github.heapwise.gc;

import java.time.Instant;

/**
 * How much the clock of Flight Recorder is ahead of that of notifications. They drift
 * apart over hours, so it is learned from each pause that both tell of.
 * <p>
 * Not thread-safe.
 */
final class ClockOffset {

	// Notified times are whole milliseconds. More would pair a pause with the one after
	// it where collections follow each other closely.
	private static final double MIN_DISTANCE_MILLIS = 50;

	private static final double MAX_DISTANCE_MILLIS = 2000;

	// Start and end each by the 500 ppm that the clock on the wall may be slewed by.
	private static final double DRIFT_RATIO = 2 * 500e-6;

	private static final double LEARNING_RATE = 0.2;

	private double offsetMillis;

	// when it was last told, in milliseconds since the JVM was initialized
	private long knownMillis;

	/**
	 * Take it for right as it is.
	 * @param uptimeMillis the time now, in milliseconds since the JVM was initialized
	 */
	void known(long uptimeMillis) {
		this.knownMillis = uptimeMillis;
	}

	/**
	 * Learn from a pause that both tell of.
	 * @param event as notified
	 * @param pause as recorded
	 */
	void learn(GcEvent event, RecordedPause pause) {
		this.offsetMillis += LEARNING_RATE * (millis(pause.start()) - millis(event.time()) - this.offsetMillis);
		this.knownMillis = Math.max(this.knownMillis, event.uptimeMillis());
	}

	/**
	 * Forget what was learned: a clock was set.
	 * @param event a pause as notified
	 * @param pause the same as recorded
	 */
	void reset(GcEvent event, RecordedPause pause) {
		this.offsetMillis = millis(pause.start()) - millis(event.time());
	}

	double distanceMillis(GcEvent event, RecordedPause pause) {
		double start = millis(event.time()) + this.offsetMillis;
		double end = millis(event.end()) + this.offsetMillis;
		return Math.abs(millis(pause.start()) - start) + Math.abs(endMillis(pause) - end);
	}

	/**
	 * Return whether both may tell of the same pause.
	 * @param event as notified
	 * @param pause as recorded
	 * @return whether they began and ended next to each other
	 */
	boolean isNear(GcEvent event, RecordedPause pause) {
		return distanceMillis(event, pause) <= maxDistanceMillis(event.uptimeMillis());
	}

	/**
	 * Return whether an event is too old for a pause, and for all after it.
	 * @param event as notified
	 * @param endMillis when the pause ended, in milliseconds since 1970
	 * @param uptimeMillis the time now, in milliseconds since the JVM was initialized
	 * @return whether it ended long before
	 */
	boolean isLongBefore(GcEvent event, double endMillis, long uptimeMillis) {
		return millis(event.end()) < endMillis - this.offsetMillis - maxDistanceMillis(uptimeMillis);
	}

	static double endMillis(RecordedPause pause) {
		return millis(pause.start().plusNanos(pause.nanos()));
	}

	// The clocks drift apart while there is no pause to learn from.
	private double maxDistanceMillis(long uptimeMillis) {
		long unknownMillis = Math.max(0, uptimeMillis - this.knownMillis);
		return Math.min(MAX_DISTANCE_MILLIS, MIN_DISTANCE_MILLIS + DRIFT_RATIO * unknownMillis);
	}

	private static double millis(Instant instant) {
		return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
	}

}
