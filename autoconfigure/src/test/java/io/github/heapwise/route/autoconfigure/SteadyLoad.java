package io.github.heapwise.route.autoconfigure;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.heapwise.test.RunningApplication;

/**
 * Clients that send requests at a steady pace, each over a connection of its own, and in
 * random order: the JVM samples once in so many bytes, and what repeats itself after as
 * many would always be sampled at the same place.
 * <p>
 * Their threads live on, so that what they allocate is not taken for that of the
 * server's.
 */
final class SteadyLoad implements AutoCloseable {

	private static final int CLIENTS = 3;

	private static final long PATIENCE_SECONDS = 60;

	private final int port;

	private final Random random = new Random(42);

	private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS,
			(task) -> new Thread(task, "steady-client"));

	SteadyLoad(RunningApplication application) {
		this.port = application.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/**
	 * Send requests until each route has had its share.
	 * @param seconds how long that takes
	 * @param routes the routes
	 */
	void run(int seconds, List<KnownRoute> routes) {
		List<String> paths = new ArrayList<>();
		routes.forEach((route) -> paths.addAll(Collections.nCopies(seconds * route.requestsPerSecond(), route.path())));
		Collections.shuffle(paths, this.random);
		send(paths, TimeUnit.SECONDS.toMicros(seconds * CLIENTS) / paths.size());
	}

	private void send(List<String> paths, long periodMicros) {
		Requests requests = new Requests(paths);
		for (int client = 0; client < CLIENTS; client++) {
			var unused = this.clients.scheduleAtFixedRate(requests::sendNext, client * periodMicros / CLIENTS,
					periodMicros, TimeUnit.MICROSECONDS);
		}
		requests.end.orTimeout(PATIENCE_SECONDS + paths.size() * periodMicros / 1_000_000, TimeUnit.SECONDS).join();
	}

	@Override
	public void close() {
		this.clients.shutdownNow();
	}

	/**
	 * Requests that clients take one by one.
	 */
	private final class Requests {

		private final Queue<String> paths;

		private final AtomicInteger unanswered;

		private final CompletableFuture<Void> end = new CompletableFuture<>();

		private Requests(List<String> paths) {
			this.paths = new ConcurrentLinkedQueue<>(paths);
			this.unanswered = new AtomicInteger(paths.size());
		}

		private void sendNext() {
			String path = this.paths.poll();
			if (path == null) {
				return;
			}
			try {
				send(path);
			}
			catch (IOException | RuntimeException ex) {
				this.end.completeExceptionally(ex);
			}
			if (this.unanswered.decrementAndGet() == 0) {
				this.end.complete(null);
			}
		}

		private void send(String path) throws IOException {
			try (Socket socket = new Socket("127.0.0.1", SteadyLoad.this.port)) {
				socket.getOutputStream()
					.write("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path)
						.getBytes(StandardCharsets.US_ASCII));
				String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
				if (!answer.startsWith("HTTP/1.1 200")) {
					throw new IOException("'%s' answered: %s".formatted(path, answer));
				}
			}
		}

	}

}
