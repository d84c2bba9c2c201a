package io.github.heapwise.route.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import io.github.heapwise.route.RequestTally;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request to a servlet that no observation is made of.
 */
final class UnobservedRequest {

	private static final String ATTRIBUTE = UnobservedRequest.class.getName();

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	private final AtomicReference<@Nullable RequestTally> tally = new AtomicReference<>();

	private volatile @Nullable Throwable error;

	UnobservedRequest(HttpServletRequest request, HttpServletResponse response) {
		this.request = request;
		this.response = response;
		request.setAttribute(ATTRIBUTE, this);
	}

	static @Nullable UnobservedRequest of(HttpServletRequest request) {
		return (UnobservedRequest) request.getAttribute(ATTRIBUTE);
	}

	HttpServletRequest request() {
		return this.request;
	}

	HttpServletResponse response() {
		return this.response;
	}

	AtomicReference<@Nullable RequestTally> tally() {
		return this.tally;
	}

	@Nullable Throwable error() {
		return this.error;
	}

	void failed(Throwable cause) {
		this.error = (cause instanceof ServletException && cause.getCause() != null) ? cause.getCause() : cause;
	}

}
