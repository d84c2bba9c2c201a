package io.github.heapwise.route.autoconfigure;

import java.util.Objects;

import io.github.heapwise.route.RequestTally;
import io.github.heapwise.route.WebStack;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Requests to servlets where they are not observed.
 */
final class UnobservedServletStack implements WebStack<UnobservedRequest> {

	// of Spring MVC, which may not be there
	private static final String PATTERN_ATTRIBUTE = "org.springframework.web.servlet.HandlerMapping"
			+ ".bestMatchingPattern";

	private static final int SERVER_ERROR = 500;

	private final LeftOutRequests leftOut;

	UnobservedServletStack(LeftOutRequests leftOut) {
		this.leftOut = leftOut;
	}

	@Override
	public boolean isThreadPerRequest() {
		return true;
	}

	@Override
	public @Nullable String method(UnobservedRequest request) {
		return ServletStack.methodOf(request.request());
	}

	@Override
	public @Nullable String pattern(UnobservedRequest request) {
		try {
			Object pattern = request.request().getAttribute(PATTERN_ATTRIBUTE);
			return (pattern != null) ? pattern.toString() : null;
		}
		catch (IllegalStateException ex) {
			// the container has taken it back
			return null;
		}
	}

	// The container answers 500 once the exception has reached it.
	@Override
	public int status(UnobservedRequest request) {
		return (request.error() != null) ? SERVER_ERROR : request.response().getStatus();
	}

	@Override
	public boolean isBroken(UnobservedRequest request) {
		return request.error() != null;
	}

	@Override
	public boolean isLeftOut(UnobservedRequest request) {
		String pattern = pattern(request);
		return (pattern != null && this.leftOut.contains(pattern)) || isObserved(request);
	}

	@Override
	public boolean isHandedOn(UnobservedRequest request) {
		return request.request().isAsyncStarted();
	}

	@Override
	public @Nullable RequestTally shared(UnobservedRequest request) {
		return request.tally().get();
	}

	@Override
	public RequestTally share(UnobservedRequest request) {
		request.tally().compareAndSet(null, new RequestTally());
		return Objects.requireNonNull(request.tally().get());
	}

	// By a filter of the host's that was not found: it would be counted twice.
	private static boolean isObserved(UnobservedRequest request) {
		try {
			return request.request()
				.getAttribute(ServerHttpObservationFilter.CURRENT_OBSERVATION_CONTEXT_ATTRIBUTE) != null;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

}
