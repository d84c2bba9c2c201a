package io.github.heapwise.heapdump;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A dump that is not deleted before this is closed.
 */
final class DumpLease implements AutoCloseable {

	private final StoredDump stored;

	private final Path file;

	private final Runnable onClose;

	private final AtomicBoolean closed = new AtomicBoolean();

	DumpLease(StoredDump stored, Path file, Runnable onClose) {
		this.stored = stored;
		this.file = file;
		this.onClose = onClose;
	}

	StoredDump stored() {
		return this.stored;
	}

	Path file() {
		return this.file;
	}

	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.onClose.run();
		}
	}

}
