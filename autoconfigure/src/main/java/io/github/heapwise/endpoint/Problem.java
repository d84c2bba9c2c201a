package io.github.heapwise.endpoint;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeTypeUtils;

/**
 * Why a request was not answered, as the client reads it: the form of every error of
 * every endpoint. Boot hides the message of an exception, so a problem is an answer.
 * <p>
 * Values given by the client are shortened and stripped of control characters, so a
 * problem can be logged and shown as it is.
 *
 * @param status HTTP status of the answer
 * @param parameter name of the parameter or path segment that was refused
 * @param value what the client gave for it
 * @param allowed what it may be: values, or ranges such as {@code 0..1}
 * @param message what happened and what to do, for a human
 */
public record Problem(int status, @Nullable String parameter, @Nullable String value, @Nullable List<String> allowed,
		String message) implements OperationResponseBody {

	public Problem {
		value = (value != null) ? SafeText.of(value) : null;
		allowed = (allowed != null) ? List.copyOf(allowed) : null;
	}

	/**
	 * A parameter that cannot be understood or is out of range.
	 * @param parameter the name of the parameter
	 * @param value its value, of any length and content
	 * @param allowed what it may be
	 * @param expectation completes {@code 'parameter' must ...}, for example
	 * {@code be a number from 0 to 1}
	 * @return a problem of status 400
	 */
	public static Problem invalid(String parameter, String value, List<String> allowed, String expectation) {
		String message = "'%s' must %s but was '%s'".formatted(parameter, expectation, SafeText.of(value));
		return new Problem(WebEndpointResponse.STATUS_BAD_REQUEST, parameter, value, allowed, message);
	}

	/**
	 * A parameter that is understood but cannot be served as asked.
	 * @param parameter the name of the parameter
	 * @param value its value, of any length and content
	 * @param allowed what it may be
	 * @param message the whole sentence
	 * @return a problem of status 400
	 */
	public static Problem refused(String parameter, String value, List<String> allowed, String message) {
		return new Problem(WebEndpointResponse.STATUS_BAD_REQUEST, parameter, value, allowed, message);
	}

	/**
	 * A path segment that names nothing.
	 * @param parameter the name of the path segment, such as {@code export}
	 * @param value what the client asked for, of any length and content
	 * @param allowed what exists
	 * @return a problem of status 404
	 */
	public static Problem unknown(String parameter, String value, List<String> allowed) {
		String message = "No %s '%s'. There are: %s".formatted(parameter, SafeText.of(value),
				String.join(", ", allowed));
		return new Problem(WebEndpointResponse.STATUS_NOT_FOUND, parameter, value, allowed, message);
	}

	/**
	 * Something that runs one at a time is running.
	 * @param running a sentence that says what is running
	 * @return a problem of status 429
	 */
	public static Problem busy(String running) {
		return new Problem(WebEndpointResponse.STATUS_TOO_MANY_REQUESTS, null, null, null, running);
	}

	/**
	 * Something this JVM or this configuration cannot do.
	 * @param reason a sentence that says why
	 * @return a problem of status 503
	 */
	public static Problem unavailable(String reason) {
		return new Problem(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE, null, null, null, reason);
	}

	/**
	 * Return this problem as the answer of an operation. It is always JSON, also where
	 * the client asked for text or binary.
	 * @return the answer
	 */
	public WebEndpointResponse<Problem> toResponse() {
		return new WebEndpointResponse<>(this, this.status, MimeTypeUtils.APPLICATION_JSON);
	}

}
