package io.github.heapwise.diagnosis;

import java.time.Duration;
import java.time.Instant;

/**
 * A part of time.
 *
 * @param from start
 * @param to end, not before the start
 */
public record TimeSpan(Instant from, Instant to) {

	public TimeSpan {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("'to' must not be before '%s' but was '%s'".formatted(from, to));
		}
	}

	public Duration length() {
		return Duration.between(this.from, this.to);
	}

	/**
	 * Return whether a time is in it.
	 * @param time the time
	 * @return whether it is, the ends included
	 */
	public boolean contains(Instant time) {
		return !time.isBefore(this.from) && !time.isAfter(this.to);
	}

}
