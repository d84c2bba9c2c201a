package io.github.heapwise.endpoint;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

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
 * @param retryAfterSeconds when it makes sense to ask again, {@code null} where that is
 * not known
 */
public record Problem(int status, @Nullable String parameter, @Nullable String value, @Nullable List<String> allowed,
		String message, @Nullable Long retryAfterSeconds) implements OperationResponseBody {

	private static final int FORBIDDEN = 403;

	private static final int INSUFFICIENT_STORAGE = 507;

	public Problem {
		value = (value != null) ? SafeText.of(value) : null;
		allowed = (allowed != null) ? List.copyOf(allowed) : null;
	}

	/**
	 * A problem that waiting does not cure, or nobody knows how much of it.
	 * @param status HTTP status of the answer
	 * @param parameter name of the parameter or path segment that was refused
	 * @param value what the client gave for it
	 * @param allowed what it may be
	 * @param message what happened and what to do, for a human
	 */
	public Problem(int status, @Nullable String parameter, @Nullable String value, @Nullable List<String> allowed,
			String message) {
		this(status, parameter, value, allowed, message, null);
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
	 * Something that does not exist, or not any more.
	 * @param parameter the name of the path segment, such as {@code id}
	 * @param value what the client asked for, of any length and content
	 * @param message the whole sentence
	 * @return a problem of status 404
	 */
	public static Problem missing(String parameter, String value, String message) {
		return new Problem(WebEndpointResponse.STATUS_NOT_FOUND, parameter, value, null, message);
	}

	/**
	 * Something that nobody may have unless the user's configuration says so.
	 * @param parameter the name of the parameter
	 * @param value its value, of any length and content
	 * @param message a sentence that says what to configure
	 * @return a problem of status 403
	 */
	public static Problem forbidden(String parameter, String value, String message) {
		return new Problem(FORBIDDEN, parameter, value, null, message);
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
	 * Something that runs one at a time, or only so often, cannot run now.
	 * @param reason a sentence that says what is in the way
	 * @param retryAfter when to ask again, {@code null} where that is not known
	 * @return a problem of status 429
	 */
	public static Problem busy(String reason, @Nullable Duration retryAfter) {
		return new Problem(WebEndpointResponse.STATUS_TOO_MANY_REQUESTS, null, null, null, reason, seconds(retryAfter));
	}

	/**
	 * Too little disk, memory or time for what was asked.
	 * @param reason a sentence with the figures
	 * @return a problem of status 507
	 */
	public static Problem insufficient(String reason) {
		return new Problem(INSUFFICIENT_STORAGE, null, null, null, reason);
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
		return new WebEndpointResponse<>(this, this.status, RetryAfter.json(this.retryAfterSeconds));
	}

	// Rounded up: whoever comes a moment too early is refused once more.
	private static @Nullable Long seconds(@Nullable Duration duration) {
		return (duration != null) ? (Long) duration.plusMillis(999).toSeconds() : null;
	}

}
