package io.github.heapwise.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DownloadServerHttpResponse}.
 */
class DownloadServerHttpResponseTests {

	private static final EndpointTarget TARGET = new EndpointTarget(HeapwiseEndpoint.HEAP_DUMPS, List.of("a", "file"));

	private static final Duration PATIENCE = Duration.ofMillis(50);

	private final AtomicBoolean closed = new AtomicBoolean();

	private final AtomicBoolean opened = new AtomicBoolean();

	private final Flux<DataBuffer> file = Flux.using(() -> 0, (none) -> Flux.generate((sink) -> {
		this.opened.set(true);
		sink.next(DefaultDataBufferFactory.sharedInstance.wrap(new byte[10]));
	}), (none) -> this.closed.set(true));

	@Test
	void theFileIsClosedUnderAClientThatStopsReading() {
		MockServerHttpResponse server = new MockServerHttpResponse();
		server.setWriteHandler((body) -> Mono.create((sink) -> body.subscribe(new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(3);
			}

			@Override
			protected void hookOnError(Throwable failure) {
				sink.error(failure);
			}

		})));
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> response(server, "GET").writeWith(this.file).block(Duration.ofSeconds(30)))
			.withCauseInstanceOf(TimeoutException.class);
		assertThat(this.closed).isTrue();
	}

	@Test
	void aFileOfWhichOnlyTheHeadersAreWantedIsNotOpened() {
		MockServerHttpResponse server = new MockServerHttpResponse();
		response(server, "HEAD").writeWith(this.file).block(Duration.ofSeconds(30));
		assertThat(this.opened).isFalse();
		assertThat(server.getHeaders().getContentLength()).isEqualTo(30);
	}

	private static DownloadServerHttpResponse response(MockServerHttpResponse server, String method) {
		server.getHeaders().setContentLength(30);
		return new DownloadServerHttpResponse(server,
				Objects.requireNonNull(Download.begin(TARGET, method, null, null)), PATIENCE);
	}

}
