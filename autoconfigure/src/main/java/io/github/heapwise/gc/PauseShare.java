package io.github.heapwise.gc;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The share of the last minute that was spent in pauses, as events come by. Not
 * thread-safe, half a KB.
 */
final class PauseShare {

	private static final int SECONDS = 60;

	private final long[] pauseNanos = new long[SECONDS];

	private long latestSecond;

	/**
	 * Count an event.
	 * @param event the next event
	 * @return the share of the minute before its end, from 0 to 1
	 */
	double after(GcEvent event) {
		long second = TimeUnit.MILLISECONDS.toSeconds(event.endUptimeMillis());
		moveTo(second);
		if (event.isPause() && second > this.latestSecond - SECONDS) {
			this.pauseNanos[slot(second)] += event.durationNanos();
		}
		long paused = Arrays.stream(this.pauseNanos).sum();
		return Math.min(1, (double) paused / TimeUnit.SECONDS.toNanos(SECONDS));
	}

	private void moveTo(long second) {
		long first = Math.max(this.latestSecond + 1, second - SECONDS + 1);
		for (long passed = first; passed <= second; passed++) {
			this.pauseNanos[slot(passed)] = 0;
		}
		this.latestSecond = Math.max(this.latestSecond, second);
	}

	private static int slot(long second) {
		return (int) Math.floorMod(second, (long) SECONDS);
	}

}
