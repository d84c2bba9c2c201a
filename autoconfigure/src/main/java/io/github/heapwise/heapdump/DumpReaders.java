package io.github.heapwise.heapdump;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Counts who reads which dump in this process, and has a deleted one go with the last of
 * them. Thread-safe.
 */
final class DumpReaders {

	private final Consumer<String> remove;

	private final Map<String, Integer> readersById = new HashMap<>();

	private final Set<String> deleted = new HashSet<>();

	/**
	 * Create counters.
	 * @param remove removes the dump of some id
	 */
	DumpReaders(Consumer<String> remove) {
		this.remove = remove;
	}

	/**
	 * Begin to read.
	 * @param id id of a dump
	 * @return whether it may be read
	 */
	synchronized boolean begin(String id) {
		return !this.deleted.contains(id) && this.readersById.merge(id, 1, Integer::sum) > 0;
	}

	synchronized void end(String id) {
		Integer left = this.readersById.computeIfPresent(id, (key, count) -> (count > 1) ? count - 1 : null);
		if (left == null && this.deleted.remove(id)) {
			this.remove.accept(id);
		}
	}

	/**
	 * Remove a dump now, or as soon as nobody reads it.
	 * @param id id of the dump
	 */
	synchronized void delete(String id) {
		if (this.readersById.containsKey(id)) {
			this.deleted.add(id);
		}
		else {
			this.remove.accept(id);
		}
	}

	/**
	 * Remove a dump unless it is being read.
	 * @param id id of the dump
	 */
	synchronized void deleteUnlessRead(String id) {
		if (!this.readersById.containsKey(id)) {
			this.remove.accept(id);
		}
	}

	synchronized boolean isRead(String id) {
		return this.readersById.containsKey(id);
	}

}
