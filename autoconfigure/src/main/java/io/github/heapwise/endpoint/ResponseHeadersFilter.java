package io.github.heapwise.endpoint;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that gives answers of our endpoints their headers, compresses them, and
 * keeps out what pages of other sites want to trigger. Other requests pass untouched.
 * <p>
 * The allocation profiler knows requests of the dashboard by the frame of this class:
 * what they allocate is not the application's doing.
 */
public class ResponseHeadersFilter extends OncePerRequestFilter {

	private final EndpointPaths paths;

	private final ResponseHeaders headers;

	private final ForeignPages foreignPages;

	/**
	 * Create a new instance.
	 * @param paths tells our requests from the host's
	 * @param headers the headers of our answers
	 * @param foreignPages what pages of other sites may do
	 */
	public ResponseHeadersFilter(EndpointPaths paths, ResponseHeaders headers, ForeignPages foreignPages) {
		this.paths = paths;
		this.headers = headers;
		this.foreignPages = foreignPages;
	}

	// Not a check inside the filter: its frame would then be on the stack of the host's
	// requests too.
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.paths.find(path(request)) == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		EndpointTarget target = Objects.requireNonNull(this.paths.find(path(request)));
		this.headers.always(target).forEach(response::setHeader);
		if (this.foreignPages.refuse(request.getMethod(), request.getHeader(ForeignPages.HEADER))) {
			refuse(response);
			return;
		}
		boolean gzip = Compression.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		Download download = Download.begin(target, request.getMethod(), request.getHeader(HttpHeaders.RANGE),
				request.getHeader(HttpHeaders.IF_RANGE));
		try (EndpointResponse endpointResponse = new EndpointResponse(response,
				(status) -> this.headers.onStatus(target, status), gzip, download)) {
			chain.doFilter((download != null) ? new DownloadRequest(request, download) : request, endpointResponse);
			endpointResponse.finish();
		}
		finally {
			if (download != null) {
				download.end();
			}
		}
	}

	private static void refuse(HttpServletResponse response) throws IOException {
		response.setStatus(ForeignPages.STATUS);
		response.setContentType(MimeTypeUtils.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(ForeignPages.answer());
	}

	// A servlet mapped to a prefix ('spring.mvc.servlet.path') has the rest as path info.
	private static String path(HttpServletRequest request) {
		boolean prefix = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
		@Nullable String path = prefix ? request.getPathInfo() : request.getServletPath();
		return (path != null) ? path : "";
	}

}
