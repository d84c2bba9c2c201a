package io.github.heapwise.jvm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Passes on what collections leave, from whoever watches the collector to whoever judges
 * it. Receivers are called on the thread that reports. Thread-safe.
 */
public final class SurvivorReports {

	private final List<Consumer<Survivors>> receivers = new CopyOnWriteArrayList<>();

	public void add(Consumer<Survivors> receiver) {
		this.receivers.add(receiver);
	}

	public void remove(Consumer<Survivors> receiver) {
		this.receivers.remove(receiver);
	}

	/**
	 * Return whether there is anybody to report to.
	 * @return {@code false} if finding out what to report can be spared
	 */
	public boolean areAwaited() {
		return !this.receivers.isEmpty();
	}

	public void report(Survivors survivors) {
		this.receivers.forEach((receiver) -> receiver.accept(survivors));
	}

}
