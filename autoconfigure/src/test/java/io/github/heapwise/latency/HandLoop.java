package io.github.heapwise.latency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * An event loop whose tasks are started by the test. It pretends to run on the thread of
 * the test.
 */
final class HandLoop implements Loop {

	final Deque<Runnable> queue = new ArrayDeque<>();

	int sent;

	boolean hasThread = true;

	boolean blocked;

	int stacksTaken;

	private final String name;

	private final Executor executor = this::take;

	HandLoop(String name) {
		this.name = name;
	}

	private void take(Runnable task) {
		this.sent++;
		this.queue.add(task);
	}

	void runAll() {
		while (!this.blocked && !this.queue.isEmpty()) {
			this.queue.remove().run();
		}
	}

	void release() {
		this.blocked = false;
		runAll();
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Executor executor() {
		return this.executor;
	}

	@Override
	public int pending() {
		return this.queue.size();
	}

	@Override
	public boolean hasThread() {
		return this.hasThread;
	}

	@Override
	public LoopThread thread() {
		return new LoopThread(Thread.currentThread().getId(), "hand", this::stack);
	}

	private StackTraceElement[] stack() {
		this.stacksTaken++;
		return new StackTraceElement[] { new StackTraceElement("Shop", "block" + this.stacksTaken, null, -1) };
	}

	@Override
	public boolean isShutdown() {
		return false;
	}

}
