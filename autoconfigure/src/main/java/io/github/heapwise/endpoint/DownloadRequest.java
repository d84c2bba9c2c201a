package io.github.heapwise.endpoint;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A request for a large file, which Spring is to answer with the whole.
 */
class DownloadRequest extends HttpServletRequestWrapper {

	private final Download download;

	DownloadRequest(HttpServletRequest request, Download download) {
		super(request);
		this.download = download;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> parameters = new LinkedHashMap<>(super.getParameterMap());
		parameters.put(Download.PARAMETER, new String[] { this.download.key() });
		return parameters;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return isRange(name) ? null : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return isRange(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections
			.enumeration(Collections.list(super.getHeaderNames()).stream().filter((name) -> !isRange(name)).toList());
	}

	private static boolean isRange(String name) {
		return HttpHeaders.RANGE.equalsIgnoreCase(name);
	}

}
