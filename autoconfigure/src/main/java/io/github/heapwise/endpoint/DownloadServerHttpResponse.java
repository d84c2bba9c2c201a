package io.github.heapwise.endpoint;

import java.time.Duration;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * {@link ServerHttpResponse} of a large file, or of the parts of it that a client wants.
 * Under a client that stops reading the file is closed, which reactive servers do not do
 * by themselves.
 */
class DownloadServerHttpResponse extends ServerHttpResponseDecorator {

	private final Download download;

	private final Duration patience;

	/**
	 * Create a response.
	 * @param response the response of the server
	 * @param download what the client wants
	 * @param patience how long a client may take for half a MB, which is sent ahead of it
	 */
	DownloadServerHttpResponse(ServerHttpResponse response, Download download, Duration patience) {
		super(response);
		this.download = download;
		this.patience = patience;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		HttpStatusCode status = getStatusCode();
		if (status != null && status.value() != HttpStatus.OK.value()) {
			return super.writeWith(body);
		}
		FileExtract extract = this.download.extract(getHeaders().getContentLength());
		setRawStatusCode(extract.status());
		extract.headers().forEach(getHeaders()::set);
		getHeaders().setContentLength(extract.length());
		return super.writeWith(this.download.isHeadersOnly() ? Flux.empty() : Flux.from(body).timeout(this.patience));
	}

}
