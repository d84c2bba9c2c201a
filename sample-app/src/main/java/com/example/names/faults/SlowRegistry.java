package com.example.names.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * An empty registry at the other end of a slow line, and the client for it.
 */
final class SlowRegistry implements AutoCloseable {

	private static final int UNKNOWN = 404;

	// The client of the JDK, whose own threads wake the one that waits: sockets that a
	// virtual thread reads itself are polled by virtual threads, and where all carriers
	// are pinned nothing would ever be read.
	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ScheduledExecutorService answers = Executors
		.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("registry-"));

	private final HttpServer server;

	/**
	 * Start the registry.
	 * @param delay how long it takes to answer
	 */
	SlowRegistry(Duration delay) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", SlowRegistry::answer);
		// No thread waits for the delay, so that only those who ask are seen to wait.
		this.server.setExecutor((answer) -> this.answers.schedule(answer, delay.toNanos(), TimeUnit.NANOSECONDS));
		this.server.start();
	}

	/**
	 * Ask whether something is registered. Blocks the calling thread for the delay.
	 * @param path what to ask for, starting with a slash
	 * @return whether it is there, which nothing is
	 */
	boolean knows(String path) {
		URI address = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
		try {
			return this.client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
				.statusCode() != UNKNOWN;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the registry was asked", ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.answers.shutdownNow();
	}

	private static void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.sendResponseHeaders(UNKNOWN, -1);
		}
	}

}
