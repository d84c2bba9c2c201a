package io.github.heapwise.diagnosis.autoconfigure;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads sources of which one that fails is not to take the others with it. Thread-safe.
 */
final class SafeSources {

	private final Consumer<String> onProblem;

	private final Set<String> failed = ConcurrentHashMap.newKeySet();

	/**
	 * Create an instance.
	 * @param onProblem told in a sentence, once for each source, that it fails
	 */
	SafeSources(Consumer<String> onProblem) {
		this.onProblem = onProblem;
	}

	/**
	 * Read a source.
	 * @param name its name
	 * @param source reads it
	 * @param unknown what to take for it where that fails
	 * @param <T> type of what it tells
	 * @return what it tells
	 */
	<T> T read(String name, Supplier<T> source, T unknown) {
		try {
			return source.get();
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.failed.add(name)) {
				this.onProblem.accept("The diagnosis does not see %s, which could not be read: %s. It is tried again"
					.formatted(name, ex) + " each time, and not reported again");
			}
			return unknown;
		}
	}

}
