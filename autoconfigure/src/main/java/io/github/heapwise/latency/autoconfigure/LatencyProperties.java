package io.github.heapwise.latency.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for who waits.
 *
 * @param enabled Whether to measure stalls, thread pools and event loops.
 * @param interval Time from one look for a stall to the next.
 * @param window Time that the figures cover.
 * @param history How far back the rows reach.
 */
@ConfigurationProperties("heapwise.latency")
public record LatencyProperties(@DefaultValue("true") boolean enabled, @DefaultValue("10ms") Duration interval,
		@DefaultValue("5m") Duration window, @DefaultValue("15m") Duration history) {

	public LatencyProperties {
		check("interval", interval, Duration.ofMillis(1), Duration.ofSeconds(1), "between 1ms and 1s");
		check("window", window, Duration.ofSeconds(30), Duration.ofHours(1), "between 30s and 1h");
		check("history", history, Duration.ofSeconds(1), Duration.ofHours(2), "between 1s and 2h");
	}

	private static void check(String property, Duration value, Duration min, Duration max, String expectation) {
		Assert.isTrue(value.compareTo(min) >= 0 && value.compareTo(max) <= 0,
				() -> "'%s' must be %s but was '%s'".formatted(property, expectation, value));
	}

}
