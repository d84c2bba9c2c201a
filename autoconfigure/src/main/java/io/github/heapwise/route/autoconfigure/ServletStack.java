package io.github.heapwise.route.autoconfigure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Requests to servlets, as they are observed.
 */
final class ServletStack extends ObservedStack<ServerRequestObservationContext> {

	private final LeftOutRequests leftOut;

	ServletStack(LeftOutRequests leftOut) {
		this.leftOut = leftOut;
	}

	@Override
	public boolean isThreadPerRequest() {
		return true;
	}

	@Override
	public @Nullable String method(ServerRequestObservationContext request) {
		return methodOf(request.getCarrier());
	}

	@Override
	public @Nullable String pattern(ServerRequestObservationContext request) {
		return request.getPathPattern();
	}

	@Override
	public int status(ServerRequestObservationContext request) {
		HttpServletResponse response = request.getResponse();
		return (response != null) ? response.getStatus() : 0;
	}

	@Override
	public boolean isLeftOut(ServerRequestObservationContext request) {
		String pattern = request.getPathPattern();
		return pattern != null && this.leftOut.contains(pattern);
	}

	@Override
	public boolean isHandedOn(ServerRequestObservationContext request) {
		HttpServletRequest carrier = request.getCarrier();
		return carrier != null && carrier.isAsyncStarted();
	}

	/**
	 * Return the method of a request, which a container may have taken back.
	 * @param request the request
	 * @return its method, {@code null} if it is gone
	 */
	static @Nullable String methodOf(@Nullable HttpServletRequest request) {
		try {
			return (request != null) ? request.getMethod() : null;
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

}
