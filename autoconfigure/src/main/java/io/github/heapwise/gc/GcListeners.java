package io.github.heapwise.gc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.heapwise.jvm.OwnThreads;

/**
 * Tells listeners of events, on one thread that ends when there is nothing to tell.
 */
final class GcListeners implements AutoCloseable {

	private static final int MAX_WAITING = 1000;

	private final List<GcListener> listeners;

	private final Consumer<String> onProblem;

	// used by the one thread only
	private final Set<String> failures = new HashSet<>();

	private volatile boolean slowReported;

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MAX_WAITING), GcListeners::thread, (task, full) -> tooSlow(full));

	/**
	 * Create an instance.
	 * @param listeners who is told
	 * @param onProblem told once per cause, in a sentence, what a listener did wrong
	 */
	GcListeners(List<GcListener> listeners, Consumer<String> onProblem) {
		this.listeners = List.copyOf(listeners);
		this.onProblem = onProblem;
		this.executor.allowCoreThreadTimeOut(true);
	}

	void tell(GcEvent event) {
		if (!this.listeners.isEmpty()) {
			this.executor.execute(() -> this.listeners.forEach((listener) -> tell(listener, event)));
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

	private void tell(GcListener listener, GcEvent event) {
		try {
			listener.onGc(event);
		}
		catch (RuntimeException | Error ex) {
			String failure = "GC listener '%s' failed (%s)".formatted(listener.getClass().getName(), ex);
			if (this.failures.size() < MAX_WAITING && this.failures.add(listener.getClass() + " " + ex.getClass())) {
				this.onProblem.accept(failure + ". It is told of further collections; this is said once");
			}
		}
	}

	private void tooSlow(ThreadPoolExecutor full) {
		if (!full.isShutdown() && !this.slowReported) {
			this.slowReported = true;
			this.onProblem.accept("GC listeners are too slow: %d events wait, further ones are left out"
				.formatted(full.getQueue().size()));
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, OwnThreads.PREFIX + "gc-listeners");
		thread.setDaemon(true);
		return thread;
	}

}
