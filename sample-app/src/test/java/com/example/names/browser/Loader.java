package com.example.names.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks an application without a browser, once or many times.
 */
final class Loader {

	private final HttpClient client = HttpClient.newHttpClient();

	/**
	 * Ask for a page again and again.
	 * @param url address of the page
	 * @param requests how many times
	 */
	void load(String url, int requests) {
		for (int i = 0; i < requests; i++) {
			assertThat(get(url).statusCode()).isEqualTo(200);
		}
	}

	HttpResponse<String> get(String url, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
