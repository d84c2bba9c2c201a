package io.github.heapwise.gc.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for watching the garbage collector.
 *
 * @param enabled Whether to watch the garbage collector.
 * @param events Number of collections kept.
 * @param window Time that the figures of the summary cover.
 * @param trace Whether to log a line for each collection at level INFO. The logger
 * 'heapwise.gc' writes them at level DEBUG otherwise.
 * @param runInterval Least time between two collections that are run on request.
 */
@ConfigurationProperties("heapwise.gc")
public record GcProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1000") int events,
		@DefaultValue("5m") Duration window, @DefaultValue("false") boolean trace,
		@DefaultValue("30s") Duration runInterval) {

	private static final int MIN_EVENTS = 10;

	private static final int MAX_EVENTS = 100_000;

	private static final Duration MAX_WINDOW = Duration.ofDays(1);

	public GcProperties {
		check(events >= MIN_EVENTS && events <= MAX_EVENTS, "events", "between " + MIN_EVENTS + " and " + MAX_EVENTS,
				events);
		check(window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(MAX_WINDOW) <= 0, "window",
				"between 1s and 1d", window);
		check(!runInterval.isNegative() && runInterval.compareTo(MAX_WINDOW) <= 0, "run-interval", "between 0s and 1d",
				runInterval);
	}

	private static void check(boolean valid, String property, String expectation, Object value) {
		Assert.isTrue(valid, () -> "'%s' must be %s but was '%s'".formatted(property, expectation, value));
	}

}
