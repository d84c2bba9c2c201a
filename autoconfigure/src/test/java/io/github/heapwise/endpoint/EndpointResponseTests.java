package io.github.heapwise.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EndpointResponse}.
 */
class EndpointResponseTests {

	private static final Map<String, String> WHEN_OK = Map.of("Content-Disposition", "attachment");

	private static final byte[] BODY = new byte[100_000];

	private final MockHttpServletResponse target = new MockHttpServletResponse();

	@Test
	void aLengthThatWasAnnouncedIsWithheldFromACompressedBody() throws IOException {
		EndpointResponse response = respond(true);
		response.setContentType("application/json");
		response.setContentLengthLong(BODY.length);
		response.addHeader("content-length", String.valueOf(BODY.length));
		response.getOutputStream().write(BODY);
		response.finish();
		assertThat(this.target.containsHeader("Content-Length")).isFalse();
		assertThat(unzipped()).isEqualTo(BODY);
		assertThat(this.target.getHeader("Content-Disposition")).isEqualTo("attachment");
	}

	@Test
	void aLengthThatWasAnnouncedIsSentWithAPlainBody() throws IOException {
		EndpointResponse response = respond(false);
		response.setContentType("application/json");
		response.setContentLengthLong(BODY.length);
		response.getOutputStream().write(BODY);
		response.finish();
		assertThat(this.target.getContentLengthLong()).isEqualTo(BODY.length);
		assertThat(this.target.getContentAsByteArray()).isEqualTo(BODY);
		assertThat(this.target.getHeader("Vary")).isEqualTo("Accept-Encoding");
	}

	@Test
	void anErrorAfterTheFirstBytesIsNotCompressed() throws IOException {
		EndpointResponse response = respond(true);
		response.setContentType("application/json");
		response.getOutputStream().write(BODY, 0, 10);
		response.sendError(500);
		response.close();
		assertThat(this.target.getHeader("Content-Encoding")).isNull();
		assertThat(this.target.getStatus()).isEqualTo(500);
	}

	@Test
	void abandoningABodyDoesNotPretendItWasWhole() throws IOException {
		EndpointResponse response = respond(true);
		response.setContentType("application/json");
		response.getOutputStream().write(BODY);
		response.close();
		assertThat(this.target.getContentAsByteArray()).hasSizeLessThan(BODY.length / 100);
		assertThat(this.target.getHeader("Content-Encoding")).isNull();
	}

	@Test
	void headersOfSuccessStayAwayFromErrors() throws IOException {
		EndpointResponse response = respond(true);
		response.setStatus(404);
		response.setContentType("application/json");
		response.getOutputStream().write(BODY);
		response.finish();
		assertThat(this.target.getHeader("Content-Disposition")).isNull();
		assertThat(unzipped()).isEqualTo(BODY);
	}

	private EndpointResponse respond(boolean gzipAccepted) {
		return new EndpointResponse(this.target, (status, contentType) -> (status == 200) ? WHEN_OK : Map.of(),
				gzipAccepted, null);
	}

	private byte[] unzipped() throws IOException {
		assertThat(this.target.getHeader("Content-Encoding")).isEqualTo("gzip");
		try (GZIPInputStream gzip = new GZIPInputStream(
				new ByteArrayInputStream(this.target.getContentAsByteArray()))) {
			return gzip.readAllBytes();
		}
	}

}
