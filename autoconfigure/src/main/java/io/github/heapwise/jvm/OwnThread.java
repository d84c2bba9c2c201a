package io.github.heapwise.jvm;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A daemon thread that observes at intervals until it is closed. For loops, not an
 * executor, which would need memory for each next task and catch up with all that the
 * process slept through.
 */
public final class OwnThread implements AutoCloseable {

	private static final long MAX_WAIT_MILLIS = 5000;

	private final Thread thread;

	private volatile boolean closed;

	/**
	 * Create a thread that does not run yet.
	 * @param name its name, behind our prefix
	 * @param loop what it does; to return once {@link #sleep} says so, and not to throw
	 */
	public OwnThread(String name, Consumer<OwnThread> loop) {
		this.thread = new Thread(() -> loop.accept(this), OwnThreads.PREFIX + name);
		this.thread.setDaemon(true);
	}

	public void start() {
		this.thread.start();
	}

	/**
	 * Sleep, on this thread, until some time has passed or it is closed. No garbage.
	 * @param nanos how long, not at all if that is not positive
	 * @return whether to go on; {@code false} once it is closed or interrupted, since an
	 * interrupted thread could not sleep any more
	 */
	public boolean sleep(long nanos) {
		long end = System.nanoTime() + nanos;
		for (long rest = nanos; rest > 0 && isOpen(); rest = end - System.nanoTime()) {
			LockSupport.parkNanos(this, rest);
		}
		return isOpen();
	}

	/**
	 * End the loop. Waits for what is under way, at most 5 seconds.
	 */
	@Override
	public void close() {
		this.closed = true;
		LockSupport.unpark(this.thread);
		try {
			this.thread.join(MAX_WAIT_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isOpen() {
		return !this.closed && !Thread.currentThread().isInterrupted();
	}

}
