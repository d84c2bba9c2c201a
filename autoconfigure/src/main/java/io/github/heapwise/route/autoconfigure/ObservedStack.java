package io.github.heapwise.route.autoconfigure;

import io.github.heapwise.route.RequestTally;
import io.github.heapwise.route.WebStack;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Requests as they are observed, whatever serves them: what threads share about one goes
 * with its observation.
 *
 * @param <C> context of the observation of a request
 */
abstract class ObservedStack<C extends Observation.Context> implements WebStack<C> {

	private static final int FIRST_ERROR_STATUS = 400;

	// What was handled has the status of an error; an exception that came after the
	// response was on its way does not.
	@Override
	public final boolean isBroken(C request) {
		return request.getError() != null && status(request) < FIRST_ERROR_STATUS;
	}

	@Override
	public final @Nullable RequestTally shared(C request) {
		return request.get(RequestTally.class);
	}

	@Override
	public final RequestTally share(C request) {
		return request.computeIfAbsent(RequestTally.class, (key) -> new RequestTally());
	}

}
