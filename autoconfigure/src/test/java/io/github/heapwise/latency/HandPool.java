package io.github.heapwise.latency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A pool whose tasks are started by the test.
 */
final class HandPool implements Pool {

	final Deque<Runnable> queue = new ArrayDeque<>();

	int active = 1;

	int sent;

	boolean room = true;

	boolean rejects;

	boolean callerRuns;

	boolean shutdown;

	RuntimeException failure;

	RuntimeException failureOfTasks;

	private final String name;

	private final Executor executor = this::take;

	HandPool(String name) {
		this.name = name;
	}

	private void take(Runnable task) {
		this.sent++;
		if (this.failureOfTasks != null) {
			throw this.failureOfTasks;
		}
		if (this.rejects) {
			throw new RejectedExecutionException("full");
		}
		if (this.callerRuns) {
			task.run();
		}
		else {
			this.queue.add(task);
		}
	}

	void startNext() {
		this.queue.remove().run();
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public PoolKind kind() {
		return PoolKind.EXECUTOR;
	}

	@Override
	public Executor executor() {
		return this.executor;
	}

	@Override
	public PoolState state() {
		if (this.failure != null) {
			throw this.failure;
		}
		return new PoolState(this.active, 4, this.queue.size(), this.room, this.shutdown);
	}

}
