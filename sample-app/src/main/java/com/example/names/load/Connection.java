package com.example.names.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * One user who sends the next request when the last one was answered.
 * <p>
 * A request still under way when the time is up is given up and does not count.
 */
final class Connection implements Callable<Measurements> {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(10);

	private final HttpClient client;

	private final URI target;

	private final long startNanos;

	private final Duration length;

	private final Measurements measurements;

	/**
	 * Create a connection.
	 * @param client to send with
	 * @param target address to GET
	 * @param startNanos {@link System#nanoTime()} at the start of the load
	 * @param seconds length of the load
	 */
	Connection(HttpClient client, URI target, long startNanos, int seconds) {
		this.client = client;
		this.target = target;
		this.startNanos = startNanos;
		this.length = Duration.ofSeconds(seconds);
		this.measurements = new Measurements(seconds);
	}

	@Override
	public Measurements call() throws InterruptedException {
		for (Duration left = left(); left.compareTo(Duration.ZERO) > 0; left = left()) {
			exchange(left);
		}
		return this.measurements;
	}

	private void exchange(Duration left) throws InterruptedException {
		long sentNanos = System.nanoTime();
		try {
			HttpResponse<byte[]> response = this.client.send(request(left), BodyHandlers.ofByteArray());
			answered(System.nanoTime() - sentNanos, response);
		}
		catch (HttpTimeoutException ex) {
			timedOut(left);
		}
		catch (IOException ex) {
			failed();
		}
	}

	private HttpRequest request(Duration left) {
		return HttpRequest.newBuilder(this.target).timeout(shorter(left, TIMEOUT)).build();
	}

	private void answered(long latencyNanos, HttpResponse<byte[]> response) {
		Duration elapsed = elapsed();
		if (elapsed.compareTo(this.length) < 0) {
			this.measurements.response((int) elapsed.toSeconds(), latencyNanos, response.statusCode(),
					response.body().length);
		}
	}

	// Not by the clock: what ends with the load can time out a millisecond early.
	private void timedOut(Duration left) {
		if (left.compareTo(TIMEOUT) >= 0) {
			this.measurements.timeout();
		}
	}

	private void failed() {
		if (!left().isNegative()) {
			this.measurements.error();
			// A refused connection fails at once: without a pause the loop would spin.
			LockSupport.parkNanos(PAUSE_AFTER_ERROR.toNanos());
		}
	}

	private Duration left() {
		return this.length.minus(elapsed());
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.startNanos);
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
