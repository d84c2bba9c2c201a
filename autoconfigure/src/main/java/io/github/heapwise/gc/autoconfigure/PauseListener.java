package io.github.heapwise.gc.autoconfigure;

import java.time.Duration;
import java.time.Instant;

import io.github.heapwise.gc.GcEvent;
import io.github.heapwise.gc.GcListener;
import io.github.heapwise.timeline.PauseTimes;

/**
 * Takes note of when the collector stopped the application, for those who ask what else
 * was under way.
 */
final class PauseListener implements GcListener {

	private final PauseTimes pauses;

	PauseListener(PauseTimes pauses) {
		this.pauses = pauses;
	}

	// By the clock on the wall of now, which is exact to microseconds: one that was read
	// long ago drifts.
	@Override
	public void onGc(GcEvent event) {
		if (event.isPause()) {
			long ago = Duration.between(event.time(), Instant.now()).toNanos();
			this.pauses.add(System.nanoTime() - ago, event.durationNanos());
		}
	}

}
