package io.github.heapwise.diagnosis.autoconfigure;

import java.time.Duration;

import io.github.heapwise.diagnosis.FindingLogSettings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for log lines about findings.
 *
 * @param enabled Whether to log a line when a warning appears, and when it is gone.
 * @param appearAfter Time that a finding has to be there without a break.
 * @param clearAfter Time that a finding has to be gone.
 * @param linesPerHour Most lines of an hour.
 */
@ConfigurationProperties("heapwise.diagnosis.log")
record FindingLogProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1m") Duration appearAfter,
		@DefaultValue("5m") Duration clearAfter, @DefaultValue("12") int linesPerHour) {

	private static final Duration MAX_TIME = Duration.ofDays(1);

	private static final int MAX_LINES = 1000;

	FindingLogProperties {
		check("appear-after", appearAfter);
		check("clear-after", clearAfter);
		Allowed.check(linesPerHour >= 1 && linesPerHour <= MAX_LINES, "lines-per-hour", "between 1 and " + MAX_LINES,
				linesPerHour);
	}

	private static void check(String property, Duration time) {
		Allowed.check(!time.isNegative() && time.compareTo(MAX_TIME) <= 0, property, "between 0s and 1d", time);
	}

	FindingLogSettings settings() {
		return new FindingLogSettings(this.appearAfter, this.clearAfter, this.linesPerHour);
	}

}
