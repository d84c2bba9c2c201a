package io.github.heapwise.latency.endpoint;

import java.util.ArrayList;
import java.util.List;

import io.github.heapwise.test.RunningApplication;

/**
 * Clients that ask for the same at the same time.
 */
final class SlowClients implements AutoCloseable {

	private final List<Thread> clients = new ArrayList<>();

	SlowClients(RunningApplication application, int count, String path) {
		for (int i = 0; i < count; i++) {
			Thread client = new Thread(() -> application.get(path), "slow-client");
			client.start();
			this.clients.add(client);
		}
	}

	@Override
	public void close() {
		for (Thread client : this.clients) {
			try {
				client.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
