package io.github.heapwise.route.autoconfigure;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Tells whether requests are observed at all: a user may switch that off in several ways.
 */
final class ObservedRequests {

	private static final String NAME_PROPERTY = "management.observations.http.server.requests.name";

	private static final String NAME = "http.server.requests";

	private ObservedRequests() {
	}

	/**
	 * Ask for an observation and look whether it would do anything.
	 * @param registry who observes, {@code null} if nobody does
	 * @param environment tells what requests are called
	 * @return whether requests are observed
	 */
	static boolean in(@Nullable ObservationRegistry registry, Environment environment) {
		if (registry == null || registry.isNoop()) {
			return false;
		}
		try {
			return !Observation.createNotStarted(environment.getProperty(NAME_PROPERTY, NAME), registry).isNoop();
		}
		catch (RuntimeException ex) {
			// a predicate of the host's looks at the request: it is asked for each
			return true;
		}
	}

}
