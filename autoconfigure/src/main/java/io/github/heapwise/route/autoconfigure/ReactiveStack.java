package io.github.heapwise.route.autoconfigure;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * Requests to WebFlux, as they are observed.
 */
final class ReactiveStack extends ObservedStack<ServerRequestObservationContext> {

	private final LeftOutRequests leftOut;

	private final Predicate<ServerHttpRequest> isToManagement;

	/**
	 * Create a stack.
	 * @param leftOut recognises requests to Heapwise
	 * @param isToManagement whether a request came to a management server
	 */
	ReactiveStack(LeftOutRequests leftOut, Predicate<ServerHttpRequest> isToManagement) {
		this.leftOut = leftOut;
		this.isToManagement = isToManagement;
	}

	@Override
	public boolean isThreadPerRequest() {
		return false;
	}

	@Override
	public @Nullable String method(ServerRequestObservationContext request) {
		ServerHttpRequest carrier = request.getCarrier();
		return (carrier != null) ? carrier.getMethod().name() : null;
	}

	@Override
	public @Nullable String pattern(ServerRequestObservationContext request) {
		return request.getPathPattern();
	}

	@Override
	public int status(ServerRequestObservationContext request) {
		ServerHttpResponse response = request.getResponse();
		if (response == null || (request.isConnectionAborted() && !response.isCommitted())) {
			return 0;
		}
		HttpStatusCode status = response.getStatusCode();
		return (status != null) ? status.value() : 0;
	}

	@Override
	public boolean isLeftOut(ServerRequestObservationContext request) {
		String pattern = request.getPathPattern();
		ServerHttpRequest carrier = request.getCarrier();
		return (pattern != null && this.leftOut.contains(pattern))
				|| (carrier != null && this.isToManagement.test(carrier));
	}

	@Override
	public boolean isHandedOn(ServerRequestObservationContext request) {
		return true;
	}

}
