package com.example.names.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A fixed number of connections that each send one request at a time.
 * <p>
 * Its threads live until {@link #close()}, so that what they allocated can still be read
 * after the load.
 */
final class ClosedLoop implements AutoCloseable {

	private final int connections;

	private final ExecutorService connectionThreads;

	private final ExecutorService clientThreads = Executors.newCachedThreadPool();

	private final HttpClient client;

	ClosedLoop(int connections) {
		this.connections = connections;
		this.connectionThreads = Executors.newFixedThreadPool(connections);
		this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(this.clientThreads).build();
	}

	/**
	 * Load that address. Blocks for that long.
	 * @param target address to GET
	 * @param seconds length of the load
	 * @return what all connections saw together
	 * @throws InterruptedException if interrupted meanwhile
	 */
	Measurements run(URI target, int seconds) throws InterruptedException {
		long start = System.nanoTime();
		List<Connection> users = Stream.generate(() -> new Connection(this.client, target, start, seconds))
			.limit(this.connections)
			.toList();
		return sum(this.connectionThreads.invokeAll(users), seconds);
	}

	@Override
	public void close() {
		this.connectionThreads.shutdownNow();
		this.clientThreads.shutdownNow();
	}

	private static Measurements sum(List<Future<Measurements>> results, int seconds) throws InterruptedException {
		Measurements sum = new Measurements(seconds);
		for (Future<Measurements> result : results) {
			try {
				sum.add(result.get());
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("A connection of the load failed", ex.getCause());
			}
		}
		return sum;
	}

}
