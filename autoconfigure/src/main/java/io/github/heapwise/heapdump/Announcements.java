package io.github.heapwise.heapdump;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tells of dumps that ended, and has those that are there copied elsewhere.
 */
final class Announcements {

	private final List<DumpListener> listeners;

	private final DumpCopies copies;

	private final Consumer<StoredDump> onWritten;

	private final Consumer<String> onProblem;

	/**
	 * Create it.
	 * @param listeners told of dumps
	 * @param copies copies them elsewhere
	 * @param onWritten has them analysed
	 * @param onProblem told which listener failed
	 */
	Announcements(List<DumpListener> listeners, DumpCopies copies, Consumer<StoredDump> onWritten,
			Consumer<String> onProblem) {
		this.listeners = List.copyOf(listeners);
		this.copies = copies;
		this.onWritten = onWritten;
		this.onProblem = onProblem;
	}

	/**
	 * Have a dump analysed. First of all, so that it is not taken for ready before.
	 * @param stored the dump
	 */
	void written(StoredDump stored) {
		this.onWritten.accept(stored);
	}

	void ready(StoredDump stored) {
		tell(stored.dump());
		this.copies.copy(stored);
	}

	void failed(HeapDump dump) {
		tell(dump);
	}

	private void tell(HeapDump dump) {
		for (DumpListener listener : this.listeners) {
			try {
				listener.ended(dump);
			}
			catch (RuntimeException | Error ex) {
				this.onProblem.accept("A listener of heap dumps failed: " + ex);
			}
		}
	}

}
