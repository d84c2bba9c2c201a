package io.github.heapwise.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link GzipServerHttpResponse}.
 */
class GzipServerHttpResponseTests {

	private static final byte[] PART = new byte[50_000];

	static {
		new Random(42).nextBytes(PART);
	}

	private final MockServerHttpResponse target = new MockServerHttpResponse();

	@Test
	void aBodyOfSeveralBuffersIsOneStream() throws IOException {
		response(true).writeWith(Flux.range(0, 5).map((i) -> part())).block();
		byte[] sent = sent();
		try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
			assertThat(gzip.readAllBytes()).hasSize(5 * PART.length).startsWith(PART).endsWith(PART);
		}
		assertThat(this.target.getHeaders().getContentLength()).isEqualTo(-1);
		assertThat(this.target.getHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
	}

	@Test
	void aBodyNobodyAskedToCompressStaysAsItIs() {
		response(false).writeWith(Flux.just(part())).block();
		assertThat(sent()).isEqualTo(PART);
		assertThat(this.target.getHeaders().getContentLength()).isEqualTo(PART.length);
		assertThat(this.target.getHeaders().getFirst("Content-Encoding")).isNull();
		assertThat(this.target.getHeaders().getVary()).containsExactly("Accept-Encoding");
	}

	@Test
	void aBodyThatFailsDoesNotEnd() {
		Flux<DataBuffer> failing = Flux.concat(Flux.just(part()), Flux.error(new IOException("gone")));
		assertThatThrownBy(() -> {
			response(true).writeWith(failing).block();
			this.target.getBody().blockLast();
		}).hasMessageContaining("gone");
	}

	private GzipServerHttpResponse response(boolean accepted) {
		this.target.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		this.target.getHeaders().setContentLength(PART.length);
		return new GzipServerHttpResponse(this.target, accepted);
	}

	private static DataBuffer part() {
		return DefaultDataBufferFactory.sharedInstance.wrap(PART.clone());
	}

	private byte[] sent() {
		DataBuffer joined = DataBufferUtils.join(this.target.getBody()).block();
		byte[] bytes = new byte[joined.readableByteCount()];
		joined.read(bytes);
		return bytes;
	}

}
