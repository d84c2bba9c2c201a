package io.github.heapwise.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other sites, which the browser of somebody nearby shows, from triggering
 * anything: they need no permission to send a {@code POST}, only to read the answer.
 * Browsers say where a request comes from where the connection is secure or local.
 *
 * @param judgedElsewhere whether the user has said which sites may; Boot then refuses the
 * others itself
 */
public record ForeignPages(boolean judgedElsewhere) {

	static final String HEADER = "Sec-Fetch-Site";

	static final int STATUS = 403;

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final String MESSAGE = "Pages of other sites may not trigger anything here, "
			+ "unless 'management.endpoints.web.cors.allowed-origins' names them";

	/**
	 * Return whether to refuse a request.
	 * @param method its method
	 * @param site the header {@value #HEADER}
	 * @return whether a page of another site wants more than to read
	 */
	boolean refuse(String method, @Nullable String site) {
		return !this.judgedElsewhere && "cross-site".equals(site) && !READING.contains(method);
	}

	/**
	 * Return the answer to it, as JSON.
	 * @return the body
	 */
	static byte[] answer() {
		return "{\"status\":%d,\"message\":\"%s\"}".formatted(STATUS, MESSAGE).getBytes(StandardCharsets.UTF_8);
	}

}
