package io.github.heapwise.endpoint;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * {@link ServerHttpRequest} for a large file, which Spring is to answer with the whole.
 */
class DownloadServerHttpRequest extends ServerHttpRequestDecorator {

	private final HttpHeaders headers;

	private final MultiValueMap<String, String> parameters;

	DownloadServerHttpRequest(ServerHttpRequest request, Download download) {
		super(request);
		this.headers = new HttpHeaders();
		this.headers.putAll(request.getHeaders());
		this.headers.remove(HttpHeaders.RANGE);
		this.parameters = new LinkedMultiValueMap<>(request.getQueryParams());
		this.parameters.set(Download.PARAMETER, download.key());
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public MultiValueMap<String, String> getQueryParams() {
		return this.parameters;
	}

}
