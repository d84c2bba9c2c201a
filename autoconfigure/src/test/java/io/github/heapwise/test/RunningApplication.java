package io.github.heapwise.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application with a real server on the loopback interface, and a client for it.
 */
public final class RunningApplication implements AutoCloseable {

	private static final String LOOPBACK = "127.0.0.1";

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Surroundings surroundings;

	private final ConfigurableApplicationContext context;

	// Not HTTP/2: Netty has left some of the upgrade requests unread, with and without
	// us.
	private final HttpClient client = newClient();

	private RunningApplication(Surroundings surroundings, ConfigurableApplicationContext context) {
		this.surroundings = surroundings;
		this.context = context;
	}

	/**
	 * Start an application without Spring Security.
	 * @param surroundings where to run it
	 * @param source its configuration class
	 * @param properties lines of configuration
	 * @return the started application
	 */
	public static RunningApplication start(Surroundings surroundings, Class<?> source, String... properties) {
		return start(surroundings, source, Set.of("boot.security.", "TomcatReactive"), properties);
	}

	/**
	 * Start an application with Spring Security's defaults.
	 * @param surroundings where to run it
	 * @param source its configuration class
	 * @param properties lines of configuration
	 * @return the started application
	 */
	public static RunningApplication startSecured(Surroundings surroundings, Class<?> source, String... properties) {
		return start(surroundings, source, Set.of("TomcatReactive"), properties);
	}

	/**
	 * Start an application without Spring Security and without us.
	 * @param surroundings where to run it
	 * @param source its configuration class
	 * @param properties lines of configuration
	 * @return the started application
	 */
	public static RunningApplication startWithoutHeapwise(Surroundings surroundings, Class<?> source,
			String... properties) {
		return start(surroundings, source, Set.of("boot.security.", "TomcatReactive", "io.github.heapwise."),
				properties);
	}

	private static RunningApplication start(Surroundings surroundings, Class<?> source, Set<String> excluded,
			String... properties) {
		Map<String, Object> all = new LinkedHashMap<>(
				Map.of("server.port", "0", "server.address", LOOPBACK, "spring.autoconfigure.exclude",
						autoConfigurations(excluded), "spring.reactor.netty.shutdown-quiet-period", "0s"));
		all.putAll(surroundings.properties());
		if (all.containsKey("management.server.port")) {
			all.put("management.server.address", LOOPBACK);
		}
		for (String property : properties) {
			all.put(property.split("=", 2)[0], property.split("=", 2)[1]);
		}
		return new RunningApplication(surroundings,
				new SpringApplicationBuilder(source).web(surroundings.type()).properties(all).run());
	}

	private static String autoConfigurations(Set<String> parts) {
		return ImportCandidates.load(AutoConfiguration.class, RunningApplication.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> parts.stream().anyMatch(name::contains))
			.collect(Collectors.joining(","));
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Ask the application itself.
	 * @param path path below the context path
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public Answer get(String path, String... headers) {
		return send("local.server.port", this.surroundings.applicationPath() + path, headers);
	}

	/**
	 * Ask the actuator.
	 * @param path path below its base path
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public Answer actuator(String path, String... headers) {
		return send("local.management.port", this.surroundings.actuatorPath() + path, headers);
	}

	/**
	 * Trigger something at the actuator, without a body.
	 * @param path path below its base path
	 * @return the answer
	 */
	public Answer postToActuator(String path) {
		return send(request("local.management.port", this.surroundings.actuatorPath() + path)
			.POST(BodyPublishers.noBody()));
	}

	/**
	 * Ask the actuator for something else than to read.
	 * @param method the method of HTTP
	 * @param path path below its base path
	 * @param body the body, {@code null} for none
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public Answer askActuator(String method, String path, @Nullable String body, String... headers) {
		return send(request("local.management.port", this.surroundings.actuatorPath() + path).method(method,
				(body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody()), headers);
	}

	/**
	 * Begin to read what may be too long to be held.
	 * @param path path below the base path of the actuator
	 * @param headers names and values in turn
	 * @return the body; closing it ends the connection
	 */
	public InputStream open(String path, String... headers) {
		HttpRequest.Builder request = request("local.management.port", this.surroundings.actuatorPath() + path);
		return exchange(request, BodyHandlers.ofInputStream(), headers).body();
	}

	private Answer send(String port, String path, String... headers) {
		return send(request(port, path), headers);
	}

	private HttpRequest.Builder request(String port, String path) {
		return HttpRequest
			.newBuilder(URI
				.create("http://%s:%s%s".formatted(LOOPBACK, this.context.getEnvironment().getProperty(port), path)))
			.timeout(PATIENCE);
	}

	private Answer send(HttpRequest.Builder request, String... headers) {
		return new Answer(exchange(request, BodyHandlers.ofByteArray(), headers));
	}

	private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body, String... headers) {
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return client().send(request.build(), body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	// Reactor Netty has left requests unread on a connection that it kept alive, with and
	// without us, while it answered on new ones.
	private HttpClient client() {
		return (this.surroundings.type() == WebApplicationType.REACTIVE) ? newClient() : this.client;
	}

	private static HttpClient newClient() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
