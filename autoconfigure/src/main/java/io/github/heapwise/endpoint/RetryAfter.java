package io.github.heapwise.endpoint;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Carries from operations to our filters when a client is to come back. Operations can
 * set no header but the content type: a parameter of that has it, which the filters take
 * out again.
 */
final class RetryAfter {

	// Where the operation does not say.
	private static final String DEFAULT_SECONDS = "10";

	private static final String PARAMETER = "retry-after";

	private RetryAfter() {
	}

	/**
	 * Return the content type of a problem.
	 * @param seconds when to come back, {@code null} where that is not known
	 * @return the type of JSON
	 */
	static MimeType json(@Nullable Long seconds) {
		return (seconds == null) ? MimeTypeUtils.APPLICATION_JSON
				: new MimeType(MimeTypeUtils.APPLICATION_JSON, Map.of(PARAMETER, Long.toString(seconds)));
	}

	/**
	 * Return the headers of the answer to somebody who is to come back.
	 * @param contentType the content type that the operation has set
	 * @return values by header name
	 */
	static Map<String, String> headers(@Nullable String contentType) {
		String seconds = seconds(contentType);
		return (seconds == null) ? Map.of(HttpHeaders.RETRY_AFTER, DEFAULT_SECONDS) : Map.of(HttpHeaders.RETRY_AFTER,
				seconds, HttpHeaders.CONTENT_TYPE, MimeTypeUtils.APPLICATION_JSON_VALUE);
	}

	private static @Nullable String seconds(@Nullable String contentType) {
		try {
			return (contentType != null) ? MimeTypeUtils.parseMimeType(contentType).getParameter(PARAMETER) : null;
		}
		catch (InvalidMimeTypeException ex) {
			// The host's, on a path of ours.
			return null;
		}
	}

}
