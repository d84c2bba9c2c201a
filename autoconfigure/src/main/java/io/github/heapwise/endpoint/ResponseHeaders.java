package io.github.heapwise.endpoint;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * The headers of our answers, which operations cannot set themselves.
 */
public class ResponseHeaders {

	private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

	private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final String application;

	private final Clock clock;

	/**
	 * Create a new instance.
	 * @param application name of the application, part of the names of downloads
	 * @param clock the clock that dates downloads
	 */
	public ResponseHeaders(String application, Clock clock) {
		this.application = fileName(application);
		this.clock = clock;
	}

	/**
	 * Return the headers of every answer, whatever its status will be.
	 * @param target what is asked for
	 * @return values by header name
	 */
	Map<String, String> always(EndpointTarget target) {
		boolean page = target.endpoint() == HeapwiseEndpoint.UI;
		return Map.of("Content-Security-Policy", page ? PAGE_POLICY : DATA_POLICY, "X-Content-Type-Options", "nosniff",
				"Referrer-Policy", "no-referrer", HttpHeaders.CACHE_CONTROL, "no-store");
	}

	/**
	 * Return the headers that hold for a status only. They replace those of
	 * {@link #always}.
	 * @param target what is asked for
	 * @param status the status of the answer
	 * @param contentType its content type so far
	 * @return values by header name
	 */
	Map<String, String> onStatus(EndpointTarget target, int status, @Nullable String contentType) {
		return switch (status) {
			case 200, 206 -> onOk(target);
			case 429 -> RetryAfter.headers(contentType);
			default -> Map.of();
		};
	}

	private Map<String, String> onOk(EndpointTarget target) {
		Map<String, String> headers = new LinkedHashMap<>();
		if (target.isVersioned()) {
			// private: the files are not secret, but who may see them is the host's
			// choice
			headers.put(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable");
			// Spring MVC would call every script and style sheet 'f.txt'
			headers.put(HttpHeaders.CONTENT_DISPOSITION, "inline");
		}
		String download = target.download();
		if (download != null) {
			headers.put(HttpHeaders.CONTENT_DISPOSITION, attachment(download));
		}
		String heapDump = target.heapDump();
		if (heapDump != null) {
			headers.put(HttpHeaders.CONTENT_DISPOSITION, named("%s-%s.hprof".formatted(this.application, heapDump)));
			headers.put(HttpHeaders.ETAG, etag(heapDump));
		}
		return headers;
	}

	/**
	 * Return the name of what the file of a heap dump holds, which never changes.
	 * @param heapDump id of the dump
	 * @return a strong entity tag
	 */
	static String etag(String heapDump) {
		return "\"" + heapDump + "\"";
	}

	// Letters that every file system and every header takes; a name may have none of
	// them.
	private static String fileName(String application) {
		String name = StringUtils.trimTrailingCharacter(
				StringUtils.trimLeadingCharacter(application.replaceAll("[^A-Za-z0-9._-]+", "-"), '-'), '-');
		return name.isEmpty() ? "application" : name;
	}

	private String attachment(String download) {
		int dot = download.indexOf('.');
		String name = "%s-%s-%s%s".formatted(this.application, download.substring(0, dot),
				TIMESTAMP.format(this.clock.instant()), download.substring(dot));
		return named(name);
	}

	private static String named(String fileName) {
		return ContentDisposition.attachment().filename(fileName).build().toString();
	}

}
