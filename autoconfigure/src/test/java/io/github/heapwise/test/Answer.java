package io.github.heapwise.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * Answer of a {@link RunningApplication}.
 *
 * @param response the whole answer
 */
public record Answer(HttpResponse<byte[]> response) {

	public int status() {
		return this.response.statusCode();
	}

	public @Nullable String header(String name) {
		List<String> values = headers(name);
		return values.isEmpty() ? null : String.join(" | ", values);
	}

	public List<String> headers(String name) {
		return this.response.headers().allValues(name);
	}

	public String body() {
		return new String(this.response.body(), StandardCharsets.UTF_8);
	}

	/**
	 * Return the length of the body as it was sent.
	 * @return the length in bytes
	 */
	public int sentBytes() {
		return this.response.body().length;
	}

	public byte[] unzippedBytes() throws IOException {
		try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(this.response.body()))) {
			return gzip.readAllBytes();
		}
	}

}
