package io.github.heapwise.route.autoconfigure;

import io.github.heapwise.route.RequestTally;
import io.github.heapwise.route.WebStack;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;

/**
 * Requests to WebFlux where they are not observed.
 */
final class UnobservedReactiveStack implements WebStack<UnobservedExchange> {

	private static final int SERVER_ERROR = 500;

	private final LeftOutRequests leftOut;

	UnobservedReactiveStack(LeftOutRequests leftOut) {
		this.leftOut = leftOut;
	}

	@Override
	public boolean isThreadPerRequest() {
		return false;
	}

	@Override
	public @Nullable String method(UnobservedExchange request) {
		return request.exchange().getRequest().getMethod().name();
	}

	@Override
	public @Nullable String pattern(UnobservedExchange request) {
		Object pattern = request.exchange().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : null;
	}

	@Override
	public int status(UnobservedExchange request) {
		HttpStatusCode status = request.exchange().getResponse().getStatusCode();
		if (status != null) {
			return status.value();
		}
		return (request.error() != null) ? SERVER_ERROR : 0;
	}

	@Override
	public boolean isBroken(UnobservedExchange request) {
		return request.error() != null;
	}

	@Override
	public boolean isLeftOut(UnobservedExchange request) {
		String pattern = pattern(request);
		return pattern != null && this.leftOut.contains(pattern);
	}

	@Override
	public boolean isHandedOn(UnobservedExchange request) {
		return true;
	}

	@Override
	public @Nullable RequestTally shared(UnobservedExchange request) {
		return request.tally();
	}

	@Override
	public RequestTally share(UnobservedExchange request) {
		return request.tally();
	}

}
