package io.github.heapwise.heapdump;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tells of dumps that ended, and has those that are there copied elsewhere.
 */
final class Announcements {

	private final List<DumpListener> listeners;

	private final DumpCopies copies;

	private final Consumer<String> onProblem;

	Announcements(List<DumpListener> listeners, DumpCopies copies, Consumer<String> onProblem) {
		this.listeners = List.copyOf(listeners);
		this.copies = copies;
		this.onProblem = onProblem;
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
