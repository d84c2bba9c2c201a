package io.github.heapwise.endpoint;

import java.time.Duration;
import java.time.Instant;

/**
 * The time a feature has data for.
 *
 * @param from start of the oldest data
 * @param now the present, which relative times refer to
 * @param limit how far back the feature is configured to remember, once it has run for
 * that long
 */
public record Retained(Instant from, Instant now, Duration limit) {

	/**
	 * Return the earliest instant a client may ask for. It can lie before the oldest
	 * data: a young application has not forgotten anything yet.
	 * @return the earliest instant that is not forgotten
	 */
	Instant earliest() {
		Instant configured = this.now.minus(this.limit);
		return configured.isBefore(this.from) ? configured : this.from;
	}

}
