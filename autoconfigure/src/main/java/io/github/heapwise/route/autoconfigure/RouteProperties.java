package io.github.heapwise.route.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties for what requests cost, by route.
 *
 * @param enabled Whether to account for requests.
 * @param window Time that the figures cover, rounded up to ten seconds.
 * @param maxRoutes Number of routes told apart. Further ones are added up as 'other'.
 */
@ConfigurationProperties("heapwise.route")
public record RouteProperties(@DefaultValue("true") boolean enabled, @DefaultValue("5m") Duration window,
		@DefaultValue("200") int maxRoutes) {

	private static final Duration MIN_WINDOW = Duration.ofSeconds(10);

	private static final Duration MAX_WINDOW = Duration.ofHours(1);

	// samples tell a few more apart
	private static final int MAX_ROUTES = 1000;

	public RouteProperties {
		check(window.compareTo(MIN_WINDOW) >= 0 && window.compareTo(MAX_WINDOW) <= 0, "window", "between 10s and 1h",
				window);
		check(maxRoutes >= 1 && maxRoutes <= MAX_ROUTES, "max-routes", "between 1 and " + MAX_ROUTES, maxRoutes);
	}

	private static void check(boolean valid, String property, String expectation, Object value) {
		Assert.isTrue(valid, () -> "'%s' must be %s but was '%s'".formatted(property, expectation, value));
	}

}
