package io.github.heapwise.endpoint;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * {@link ServerHttpResponse} that compresses bodies worth it, buffer by buffer.
 */
class GzipServerHttpResponse extends ServerHttpResponseDecorator {

	private final boolean accepted;

	GzipServerHttpResponse(ServerHttpResponse response, boolean accepted) {
		super(response);
		this.accepted = accepted;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		HttpHeaders headers = getHeaders();
		if (!Compression.isWorthwhile(headers.getFirst(HttpHeaders.CONTENT_TYPE), headers.getContentLength())) {
			return super.writeWith(body);
		}
		headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		return super.writeWith(this.accepted ? gzip(body, headers) : body);
	}

	private Flux<DataBuffer> gzip(Publisher<? extends DataBuffer> body, HttpHeaders headers) {
		headers.remove(HttpHeaders.CONTENT_LENGTH);
		headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
		return Flux.using(() -> new GzipBuffers(bufferFactory()),
				(gzip) -> Flux.from(body).map(gzip::compress).concatWith(Mono.fromSupplier(gzip::finish)),
				GzipBuffers::release);
	}

}
