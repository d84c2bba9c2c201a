package io.github.heapwise.latency;

import java.util.Arrays;

import io.github.heapwise.histogram.Distribution;

/**
 * Fills a row from the left, see {@link LatencyColumns}. Used by one thread, again and
 * again.
 */
final class RowWriter {

	static final long UNKNOWN = -1;

	// ratios are kept in millionths
	static final double RATIO_SCALE = 1e6;

	private final long[] row;

	private int at;

	RowWriter(int width) {
		this.row = new long[width];
	}

	void begin(long epochMillis) {
		this.at = 0;
		Arrays.fill(this.row, UNKNOWN);
		put(epochMillis);
	}

	void count(Distribution distribution) {
		put(distribution.count());
	}

	void median(Distribution distribution) {
		put((distribution.count() > 0) ? distribution.p50() : UNKNOWN);
	}

	void delays(Distribution distribution) {
		put((distribution.count() > 0) ? distribution.p99() : UNKNOWN);
		put((distribution.count() > 0) ? distribution.max() : UNKNOWN);
	}

	void ratio(double ratio) {
		put(Double.isNaN(ratio) ? UNKNOWN : Math.round(RATIO_SCALE * ratio));
	}

	void skip(int columns) {
		this.at += columns;
	}

	long value(int column) {
		return this.row[column];
	}

	private void put(long value) {
		this.row[this.at] = value;
		this.at++;
	}

}
