package io.github.heapwise.endpoint;

import java.time.Duration;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * {@link WebFilter} that gives answers of our endpoints their headers, compresses them,
 * and keeps out what pages of other sites want to trigger. Other requests pass untouched.
 * <p>
 * The allocation profiler knows requests of the dashboard by frames of this package. The
 * frame of this class alone does not tell: operations run on another thread.
 */
public class ResponseHeadersWebFilter implements WebFilter {

	// As Jetty has it; Tomcat has twice that.
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String SEEN = ResponseHeadersWebFilter.class.getName() + ".SEEN";

	private final EndpointPaths paths;

	private final ResponseHeaders headers;

	private final ForeignPages foreignPages;

	/**
	 * Create a new instance.
	 * @param paths tells our requests from the host's
	 * @param headers the headers of our answers
	 * @param foreignPages what pages of other sites may do
	 */
	public ResponseHeadersWebFilter(EndpointPaths paths, ResponseHeaders headers, ForeignPages foreignPages) {
		this.paths = paths;
		this.headers = headers;
		this.foreignPages = foreignPages;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		EndpointTarget target = this.paths.find(path(exchange));
		// A management context sees the filters of its parent, so a second one may
		// follow.
		if (target == null || exchange.getAttributes().putIfAbsent(SEEN, true) != null) {
			return chain.filter(exchange);
		}
		ServerHttpResponse response = exchange.getResponse();
		this.headers.always(target).forEach(response.getHeaders()::set);
		response.beforeCommit(() -> Mono.fromRunnable(() -> complete(response, target)));
		ServerHttpRequest request = exchange.getRequest();
		if (this.foreignPages.refuse(request.getMethod().name(), request.getHeaders().getFirst(ForeignPages.HEADER))) {
			return refuse(response);
		}
		Download download = download(request, target);
		return (download != null) ? send(download, exchange, chain)
				: chain.filter(exchange.mutate().response(body(exchange)).build());
	}

	private static Mono<Void> refuse(ServerHttpResponse response) {
		response.setRawStatusCode(ForeignPages.STATUS);
		response.getHeaders().set(HttpHeaders.CONTENT_TYPE, MimeTypeUtils.APPLICATION_JSON_VALUE);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(ForeignPages.answer())));
	}

	private static @Nullable Download download(ServerHttpRequest request, EndpointTarget target) {
		HttpHeaders headers = request.getHeaders();
		return Download.begin(target, request.getMethod().name(), headers.getFirst(HttpHeaders.RANGE),
				headers.getFirst(HttpHeaders.IF_RANGE));
	}

	private static Mono<Void> send(Download download, ServerWebExchange exchange, WebFilterChain chain) {
		ServerWebExchange sending = exchange.mutate()
			.request(new DownloadServerHttpRequest(exchange.getRequest(), download))
			.response(new DownloadServerHttpResponse(exchange.getResponse(), download, PATIENCE))
			.build();
		return chain.filter(sending).doFinally((signal) -> download.end());
	}

	private void complete(ServerHttpResponse response, EndpointTarget target) {
		HttpStatusCode status = response.getStatusCode();
		if (status != null) {
			this.headers.onStatus(target, status.value()).forEach(response.getHeaders()::set);
		}
	}

	private static ServerHttpResponse body(ServerWebExchange exchange) {
		String acceptEncoding = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
		return new GzipServerHttpResponse(exchange.getResponse(), Compression.isAccepted(acceptEncoding));
	}

	private static String path(ServerWebExchange exchange) {
		return exchange.getRequest()
			.getPath()
			.pathWithinApplication()
			.elements()
			.stream()
			.map((element) -> (element instanceof PathSegment segment) ? segment.valueToMatch() : element.value())
			.collect(Collectors.joining());
	}

}
