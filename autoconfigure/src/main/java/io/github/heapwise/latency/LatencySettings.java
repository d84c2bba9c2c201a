package io.github.heapwise.latency;

import java.time.Duration;

/**
 * How latencies are measured.
 *
 * @param interval how often stalls are looked for
 * @param window time that figures cover
 * @param history how far back the rows reach
 */
public record LatencySettings(Duration interval, Duration window, Duration history) {

	/**
	 * Time from one row to the next.
	 */
	public static final Duration ROW_INTERVAL = Duration.ofSeconds(1);

	// the window moves on in steps of a thirtieth of its length: 10 s of 5 min
	static final int SLICES = 30;

	long sliceMillis() {
		return Math.max(1, this.window.toMillis() / SLICES);
	}

	int rows() {
		return (int) Math.max(1, this.history.toSeconds());
	}

}
