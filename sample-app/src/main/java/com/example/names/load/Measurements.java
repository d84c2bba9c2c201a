package com.example.names.load;

import java.util.Arrays;

import org.HdrHistogram.Histogram;

/**
 * What the clients of a load saw. Each connection fills its own, the sum is the result.
 * <p>
 * Not safe for concurrent use.
 */
final class Measurements {

	private static final int SIGNIFICANT_DIGITS = 3;

	private final Histogram latencyMicros = new Histogram(SIGNIFICANT_DIGITS);

	private final long[] requestsBySecond;

	private final long[] bytesBySecond;

	private long otherThan2xx;

	private long errors;

	private long timeouts;

	Measurements(int seconds) {
		this.requestsBySecond = new long[seconds];
		this.bytesBySecond = new long[seconds];
	}

	void response(int second, long latencyNanos, int status, long bodyBytes) {
		this.latencyMicros.recordValue(latencyNanos / 1_000);
		this.requestsBySecond[second]++;
		this.bytesBySecond[second] += bodyBytes;
		if (status / 100 != 2) {
			this.otherThan2xx++;
		}
	}

	void error() {
		this.errors++;
	}

	void timeout() {
		this.errors++;
		this.timeouts++;
	}

	void add(Measurements other) {
		this.latencyMicros.add(other.latencyMicros);
		Arrays.setAll(this.requestsBySecond,
				(second) -> this.requestsBySecond[second] + other.requestsBySecond[second]);
		Arrays.setAll(this.bytesBySecond, (second) -> this.bytesBySecond[second] + other.bytesBySecond[second]);
		this.otherThan2xx += other.otherThan2xx;
		this.errors += other.errors;
		this.timeouts += other.timeouts;
	}

	int seconds() {
		return this.requestsBySecond.length;
	}

	Histogram latencyMicros() {
		return this.latencyMicros;
	}

	PerSecond requestsPerSecond() {
		return new PerSecond(this.requestsBySecond);
	}

	PerSecond bytesPerSecond() {
		return new PerSecond(this.bytesBySecond);
	}

	long requests() {
		return Arrays.stream(this.requestsBySecond).sum();
	}

	long bytes() {
		return Arrays.stream(this.bytesBySecond).sum();
	}

	long otherThan2xx() {
		return this.otherThan2xx;
	}

	/** Requests without an answer, those that timed out among them. */
	long errors() {
		return this.errors;
	}

	long timeouts() {
		return this.timeouts;
	}

}
