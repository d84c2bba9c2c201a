package io.github.heapwise.memory.autoconfigure;

import java.time.Duration;

import io.github.heapwise.memory.MemoryHistory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for what the process holds.
 *
 * @param enabled Whether to watch the memory of the process.
 * @param interval Time from one sample to the next.
 * @param history How far back the history reaches.
 */
@ConfigurationProperties("heapwise.memory")
public record MemoryProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1s") Duration interval,
		@DefaultValue("15m") Duration history) {

	private static final Duration MIN_INTERVAL = Duration.ofMillis(100);

	private static final Duration MAX_INTERVAL = Duration.ofHours(1);

	public MemoryProperties {
		check(interval.compareTo(MIN_INTERVAL) >= 0 && interval.compareTo(MAX_INTERVAL) <= 0, "interval",
				"between 100ms and 1h", interval);
		check(history.compareTo(interval) >= 0 && history.compareTo(interval.multipliedBy(MemoryHistory.MAX_ROWS)) <= 0,
				"history", "at least as long as 'interval' and at most " + MemoryHistory.MAX_ROWS + " times that",
				history);
	}

	private static void check(boolean valid, String property, String expectation, Object value) {
		Assert.isTrue(valid, () -> "'%s' must be %s but was '%s'".formatted(property, expectation, value));
	}

}
