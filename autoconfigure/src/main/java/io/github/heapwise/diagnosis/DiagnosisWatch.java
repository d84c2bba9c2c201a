package io.github.heapwise.diagnosis;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.heapwise.jvm.OwnThread;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses every ten seconds, whether anybody asks or not, and tells listeners. One
 * thread. Thread-safe.
 */
public final class DiagnosisWatch implements AutoCloseable {

	static final String THREAD = "diagnosis";

	private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

	// so that causes with a number in their message do not fill the memory
	private static final int MAX_REPORTED = 20;

	private final DiagnosisMonitor monitor;

	private final long intervalNanos;

	private final Consumer<String> onProblem;

	private final List<Consumer<Diagnosis>> listeners = new CopyOnWriteArrayList<>();

	private final Set<String> reported = Collections.newSetFromMap(new ConcurrentHashMap<>());

	private @Nullable OwnThread thread;

	/**
	 * Create a watch that does nothing yet.
	 * @param monitor diagnoses
	 * @param onProblem told in a sentence, once per cause, what fails
	 */
	public DiagnosisWatch(DiagnosisMonitor monitor, Consumer<String> onProblem) {
		this(monitor, INTERVAL_NANOS, onProblem);
	}

	DiagnosisWatch(DiagnosisMonitor monitor, long intervalNanos, Consumer<String> onProblem) {
		this.monitor = monitor;
		this.intervalNanos = intervalNanos;
		this.onProblem = onProblem;
	}

	/**
	 * Have each diagnosis told, on the thread that makes it.
	 * @param listener told of it; must not wait
	 */
	public void addListener(Consumer<Diagnosis> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Diagnose from now on, for the first time in ten seconds.
	 */
	public synchronized void start() {
		if (this.thread == null) {
			this.thread = new OwnThread(THREAD, this::run);
			this.thread.start();
		}
	}

	/**
	 * Diagnose no more. Waits for what is under way.
	 */
	@Override
	public synchronized void close() {
		if (this.thread != null) {
			this.thread.close();
			this.thread = null;
		}
	}

	private void run(OwnThread self) {
		while (self.sleep(this.intervalNanos)) {
			guarded("The application could not be diagnosed: ", this::diagnose);
		}
	}

	private void diagnose() {
		Diagnosis diagnosis = this.monitor.diagnose();
		for (Consumer<Diagnosis> listener : this.listeners) {
			guarded("A listener could not be told of the diagnosis: ", () -> listener.accept(diagnosis));
		}
	}

	// The next time may succeed, also after memory ran out.
	private void guarded(String consequence, Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException | Error ex) {
			report(consequence, ex);
		}
	}

	private void report(String consequence, Throwable cause) {
		try {
			String problem = consequence + cause + ". It is tried again each time, and not reported again";
			if (this.reported.size() < MAX_REPORTED && this.reported.add(problem)) {
				this.onProblem.accept(problem);
			}
		}
		catch (RuntimeException | Error ex) {
			// there is no memory to say so
		}
	}

}
