package io.github.heapwise.diagnosis;

import java.time.Duration;

/**
 * When findings are worth a line in a log.
 *
 * @param appearAfter how long a finding has to be there without a break
 * @param clearAfter how long it has to be gone
 * @param linesPerHour most lines of an hour
 */
public record FindingLogSettings(Duration appearAfter, Duration clearAfter, int linesPerHour) {

	/**
	 * What keeps a log readable.
	 */
	public static final FindingLogSettings DEFAULTS = new FindingLogSettings(Duration.ofMinutes(1),
			Duration.ofMinutes(5), 12);

	public FindingLogSettings {
		if (linesPerHour < 1) {
			throw new IllegalArgumentException("'linesPerHour' must be positive but was " + linesPerHour);
		}
	}

}
