package com.example.names.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import com.example.names.NamesApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A running application of a given shape, on free ports of the loopback interface.
 */
final class Host implements AutoCloseable {

	private static final String LOOPBACK = "http://127.0.0.1:";

	private final HttpClient client = HttpClient.newHttpClient();

	private final Shape shape;

	private final ConfigurableApplicationContext context;

	private Host(Shape shape, ConfigurableApplicationContext context) {
		this.shape = shape;
		this.context = context;
	}

	static Host start(Shape shape, String... properties) {
		return start(shape, NamesApplication.class, properties);
	}

	static Host start(Shape shape, Class<?> source, String... properties) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
		shape.properties().forEach((line) -> arguments.add("--" + line));
		List.of(properties).forEach((line) -> arguments.add("--" + line));
		return new Host(shape, SpringApplication.run(source, arguments.toArray(String[]::new)));
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Address of something of the application itself.
	 * @param path path below the context path
	 * @return the address
	 */
	String application(String path) {
		return LOOPBACK + port("server") + this.shape.contextPath() + path;
	}

	/**
	 * Address of something of the actuator.
	 * @param path path below its base path
	 * @return the address
	 */
	String actuator(String path) {
		return LOOPBACK + port("management") + this.shape.actuatorPath() + path;
	}

	String overview() {
		return actuator("/memory/ui");
	}

	String allocations() {
		return actuator("/memory/ui/allocations");
	}

	/**
	 * Load the page of the application with requests, one after the other.
	 * @param requests how many
	 */
	void load(int requests) {
		for (int i = 0; i < requests; i++) {
			assertThat(get(application("/")).statusCode()).isEqualTo(200);
		}
	}

	HttpResponse<String> get(String url, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
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

	private String port(String server) {
		return this.context.getEnvironment().getRequiredProperty("local." + server + ".port");
	}

	@Override
	public void close() {
		this.context.close();
	}

}
