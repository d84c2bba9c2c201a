package com.example.names.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Requests to an application over several connections. Each has one request at a time, so
 * that a slow application gets fewer.
 *
 * @param connections how many, 0 for no load
 * @param perSecond requests a second at most, all together
 * @param time how long
 */
record Load(int connections, int perSecond, Duration time) {

	private static final long PATIENCE_SECONDS = 60;

	static Load none(Duration time) {
		return new Load(0, 1, time);
	}

	// What a request needs of the processors is little beside what a fault makes of it.
	static Load steady(Duration time) {
		return new Load(10, 100, time);
	}

	Load lasting(Duration other) {
		return new Load(this.connections, this.perSecond, other);
	}

	/**
	 * Send them, and wait until all are answered.
	 * @param request sends one
	 */
	void run(Runnable request) {
		ScheduledExecutorService executor = Executors.newScheduledThreadPool(this.connections + 1);
		try {
			executor.schedule(executor::shutdown, this.time.toMillis(), TimeUnit.MILLISECONDS);
			List<ScheduledFuture<?>> sent = IntStream.range(0, this.connections)
				.<ScheduledFuture<?>>mapToObj((connection) -> send(request, connection, executor))
				.toList();
			if (!executor.awaitTermination(this.time.toSeconds() + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("No answer to a request within " + PATIENCE_SECONDS + " s");
			}
			failIfOneFailed(sent);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private ScheduledFuture<?> send(Runnable request, int connection, ScheduledExecutorService executor) {
		long intervalNanos = Duration.ofSeconds(1).toNanos() * this.connections / this.perSecond;
		return executor.scheduleAtFixedRate(request, connection * intervalNanos / this.connections, intervalNanos,
				TimeUnit.NANOSECONDS);
	}

	private static void failIfOneFailed(List<ScheduledFuture<?>> sent) throws InterruptedException {
		for (ScheduledFuture<?> connection : sent) {
			try {
				if (!connection.isCancelled()) {
					connection.get();
				}
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException("A request failed", ex.getCause());
			}
		}
	}

	@Override
	public String toString() {
		return (this.connections > 0) ? "%d a second for %d s".formatted(this.perSecond, this.time.toSeconds())
				: "none for %d s".formatted(this.time.toSeconds());
	}

}
