package io.github.heapwise.gc;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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

	// What is to be reported; a log may block, and only the one thread here may wait.
	private final Queue<String> problems = new ConcurrentLinkedQueue<>();

	private final Set<String> known = ConcurrentHashMap.newKeySet();

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
			this.executor.execute(() -> {
				report();
				this.listeners.forEach((listener) -> tell(listener, event));
			});
		}
	}

	/**
	 * Take note that an event was lost.
	 * @param cause why
	 */
	void notCounted(Throwable cause) {
		problem("lost " + cause.getClass(), "A collection was not counted (%s)".formatted(cause));
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
			problem(listener.getClass() + " " + ex.getClass(),
					"GC listener '%s' failed (%s). It is told of further collections; this is said once"
						.formatted(listener.getClass().getName(), ex));
			report();
		}
	}

	private void tooSlow(ThreadPoolExecutor full) {
		if (!full.isShutdown()) {
			problem("slow", "GC listeners are too slow: more than %d events waited, further ones were left out"
				.formatted(MAX_WAITING));
		}
	}

	private void problem(String kind, String sentence) {
		if (this.known.size() < MAX_WAITING && this.known.add(kind)) {
			this.problems.add(sentence);
		}
	}

	private void report() {
		for (String problem = this.problems.poll(); problem != null; problem = this.problems.poll()) {
			this.onProblem.accept(problem);
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, OwnThreads.PREFIX + "gc-listeners");
		thread.setDaemon(true);
		return thread;
	}

}
