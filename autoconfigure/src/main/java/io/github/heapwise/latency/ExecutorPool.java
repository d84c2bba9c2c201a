package io.github.heapwise.latency;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A pool of the JDK.
 * <p>
 * Where tasks go without a queue, none waits and none of ours is added. Neither is it
 * where tasks that find no room are thrown away: that may be ours, or another for ours.
 * Nor where a queue compares its tasks: the application's may not compare with ours, and
 * then its own would be refused.
 *
 * @param name how it is called
 * @param kind what it is
 * @param executor the pool
 */
public record ExecutorPool(String name, PoolKind kind, ThreadPoolExecutor executor) implements Pool {

	@Override
	public PoolState state() {
		if (this.executor.isShutdown()) {
			return PoolState.SHUTDOWN;
		}
		int queued = isScheduled() ? due() : this.executor.getQueue().size();
		return new PoolState(this.executor.getActiveCount(), maxThreads(), queued, isScheduled() || hasRoom(), false);
	}

	// Behind a queue without end a pool never grows beyond its core.
	private int maxThreads() {
		return (isScheduled() || isUnbounded()) ? Math.max(1, this.executor.getCorePoolSize())
				: this.executor.getMaximumPoolSize();
	}

	private boolean hasRoom() {
		BlockingQueue<Runnable> queue = this.executor.getQueue();
		if (queue instanceof PriorityBlockingQueue || queue instanceof DelayQueue) {
			return false;
		}
		return isUnbounded() || (!discards() && PoolState.hasRoom(queue.size(), queue.remainingCapacity()));
	}

	private boolean discards() {
		return this.executor.getRejectedExecutionHandler() instanceof ThreadPoolExecutor.DiscardPolicy
				|| this.executor.getRejectedExecutionHandler() instanceof ThreadPoolExecutor.DiscardOldestPolicy;
	}

	private boolean isUnbounded() {
		BlockingQueue<Runnable> queue = this.executor.getQueue();
		return (long) queue.size() + queue.remainingCapacity() >= Integer.MAX_VALUE;
	}

	private boolean isScheduled() {
		return this.executor instanceof ScheduledThreadPoolExecutor;
	}

	// Tasks of the future do not wait. The first is the one that is due first, so that
	// most of the time it alone is looked at.
	private int due() {
		BlockingQueue<Runnable> queue = this.executor.getQueue();
		return isDue(queue.peek()) ? (int) queue.stream().filter(ExecutorPool::isDue).count() : 0;
	}

	private static boolean isDue(@Nullable Runnable task) {
		return task instanceof Delayed delayed && delayed.getDelay(TimeUnit.NANOSECONDS) <= 0;
	}

}
