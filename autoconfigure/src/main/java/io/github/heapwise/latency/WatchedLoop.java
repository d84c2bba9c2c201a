package io.github.heapwise.latency;

import java.time.Clock;
import java.util.function.LongSupplier;

import io.github.heapwise.histogram.SliceRange;
import io.github.heapwise.jvm.CpuClock;
import org.jspecify.annotations.Nullable;

/**
 * An event loop, how long tasks wait in it and what blocked it. Measured by the probing
 * thread, read by any.
 */
final class WatchedLoop extends Watched {

	// a task that waits for less says nothing of the loop
	private static final long OVERDUE_NANOS = 1_000_000;

	private final Loop loop;

	private final StartDelay startDelay;

	private final BlockageWatch blockages;

	private final CpuClock cpu = new CpuClock();

	private volatile @Nullable String threadName;

	private long lastTick;

	private long lastSecond;

	private long overdueNanos;

	WatchedLoop(String name, Loop loop, long intervalNanos, LongSupplier nanoTime, Clock clock) {
		super(name, intervalNanos);
		this.loop = loop;
		this.startDelay = new StartDelay(loop.executor(), delays(), nanoTime);
		this.blockages = new BlockageWatch(clock);
		this.lastTick = nanoTime.getAsLong();
		this.lastSecond = this.lastTick;
	}

	@Override
	void tick(long now, boolean measure) {
		// An event loop ends only once it was quiet for a while.
		if (this.loop.isShutdown()) {
			drop();
			return;
		}
		if (this.threadName == null && this.loop.hasThread()) {
			this.threadName = this.loop.thread().name();
		}
		look(now);
		if (measure) {
			this.startDelay.measure(now, this.loop.hasThread());
		}
	}

	// Whether a task was started, and what is in its way if it was not.
	private void look(long now) {
		boolean waited = this.startDelay.isWaiting();
		long sent = this.startDelay.sentNanos();
		long delay = this.startDelay.look();
		if (delay > 0) {
			countOverdue(sent, sent + delay);
			this.blockages.ended(delay);
		}
		else if (waited) {
			countOverdue(sent, now);
			this.blockages.lasts(now - sent, () -> this.loop.thread().stack().get(), this.startDelay::isUnstarted);
		}
		this.lastTick = now;
	}

	private void countOverdue(long from, long to) {
		if (to - from >= OVERDUE_NANOS) {
			this.overdueNanos += Math.max(0, to - Math.max(from, this.lastTick));
		}
	}

	@Override
	void endSecond(RowWriter row) {
		long now = this.lastTick;
		long elapsed = now - this.lastSecond;
		if (elapsed > 0 && this.loop.hasThread()) {
			LoopThread thread = this.loop.thread();
			long busy = Math.max(this.overdueNanos, this.cpu.nanosSinceLastCall(thread.id()));
			utilization().add(Math.min(1, (double) busy / elapsed));
		}
		this.overdueNanos = 0;
		this.lastSecond = now;
		super.endSecond(row);
	}

	@Override
	void endSlices(int slices) {
		super.endSlices(slices);
		this.blockages.endSlices(slices);
	}

	/**
	 * Return how the loop is now and was in the window.
	 * @param slices which part of the window
	 * @return its latency
	 */
	LoopLatency read(SliceRange slices) {
		int pending = this.loop.pending() - (this.startDelay.isWaiting() ? 1 : 0);
		return new LoopLatency(name(), this.threadName, Math.max(0, pending), utilization().mean(slices),
				delays().distribution(slices), this.blockages.longest(slices));
	}

}
