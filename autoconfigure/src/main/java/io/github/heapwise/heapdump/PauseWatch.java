package io.github.heapwise.heapdump;

import java.util.concurrent.TimeUnit;

import io.github.heapwise.jvm.OwnThread;

/**
 * Measures for how long threads stood still, by one that wakes every 2 milliseconds. What
 * a dump takes altogether is more since JDK 22, which joins its parts while the
 * application runs.
 */
final class PauseWatch implements AutoCloseable {

	private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

	private final OwnThread thread = new OwnThread("heapdump-pause", this::watch);

	private volatile long lastNanos = System.nanoTime();

	private volatile long longestNanos;

	PauseWatch() {
		this.thread.start();
	}

	/**
	 * Return the longest time.
	 * @return milliseconds, to be asked once this is closed
	 */
	long longestMillis() {
		return TimeUnit.NANOSECONDS.toMillis(this.longestNanos);
	}

	@Override
	public void close() {
		this.thread.close();
	}

	private void watch(OwnThread own) {
		boolean open;
		do {
			open = own.sleep(TICK_NANOS);
			long now = System.nanoTime();
			this.longestNanos = Math.max(this.longestNanos, now - this.lastNanos - TICK_NANOS);
			this.lastNanos = now;
		}
		while (open);
	}

}
